package io.onhook.web.security;

import io.onhook.access.HolderPrincipal;
import io.onhook.access.KeptForms;
import io.onhook.web.security.SecurityBeans.Https;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie that opens nothing: it only says whose browser this was, so that what somebody typed
 * when their session had run out is shown to them and to nobody else. It goes with the browser.
 */
final class HolderMark {
  private final KeptForms forms;
  private final Https https;

  HolderMark(KeptForms forms, Https https) {
    this.forms = forms;
    this.https = https;
  }

  void write(HolderPrincipal holder, HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(https.cookie("who"), forms.mark(holder))
            .path("/")
            .httpOnly(true)
            .secure(https.on())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(https.cookie("who")))
            .map(Cookie::getValue)
            .findFirst();
  }
}
