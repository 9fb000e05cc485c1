package io.onhook.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * {@code /api}: the description of the API for people, where each request can be tried. Swagger UI
 * behind a page of our own, since its own does not fit our content security policy.
 */
@Controller
class ApiPage {
  @GetMapping(path = "/api", produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  Resource page() {
    return new ClassPathResource("io/onhook/api/page/index.html");
  }
}
