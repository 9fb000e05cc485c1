package io.onhook.demo;

import io.onhook.demo.history.SpecimenPhoto;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Hands the photo out, for visitors who are asked for one of their own. */
@Controller
@Profile("sandbox")
class SpecimenController {
  private final SpecimenPhoto photo;

  SpecimenController(SpecimenPhoto photo) {
    this.photo = photo;
  }

  @GetMapping("/demo/specimen.jpg")
  ResponseEntity<byte[]> specimen() {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("specimen.jpg").build().toString())
        .body(photo.jpeg());
  }
}
