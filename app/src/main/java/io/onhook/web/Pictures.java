package io.onhook.web;

import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** Pictures of people's papers, as answers that no browser or proxy keeps. */
public final class Pictures {
  private Pictures() {}

  /**
   * A JPEG.
   *
   * @throws ResponseStatusException 404 if there is none
   */
  public static ResponseEntity<byte[]> answer(Optional<byte[]> jpeg) {
    return jpeg.map(
            bytes ->
                ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_JPEG)
                    .cacheControl(CacheControl.noStore())
                    .body(bytes))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
