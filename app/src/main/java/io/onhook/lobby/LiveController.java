package io.onhook.lobby;

import io.onhook.access.ClientAddress;
import io.onhook.branch.Live;
import io.onhook.branch.Offices;
import io.onhook.web.EventStreams;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One stream an office, for all screens: boards, kiosks, phones and clerks. It says only that
 * something has changed there.
 */
@RestController
class LiveController {
  private final Offices offices;
  private final EventStreams streams;
  private final ScreenDoor door;
  private final LobbySettings settings;

  LiveController(
      Offices offices, EventStreams streams, ScreenDoor door, LobbySettings settings, Live live) {
    this.offices = offices;
    this.streams = streams;
    this.door = door;
    this.settings = settings;
    live.subscribe(office -> streams.changed(topic(office)));
  }

  @GetMapping(path = "/branches/{office}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> live(
      @PathVariable("office") String office, HttpServletRequest request) {
    if (offices.find(office).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    // Whoever gets none asks from time to time.
    return opened(topic(office), request)
        .map(
            stream ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    // A proxy that gathers answers would hold the events back.
                    .header("X-Accel-Buffering", "no")
                    .body(stream))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
  }

  /** A store's own screens and clerks get theirs, however many visitors share its address. */
  private Optional<SseEmitter> opened(String topic, HttpServletRequest request) {
    return door.admits(request)
        ? streams.open(topic)
        : streams.open(
            topic, ClientAddress.key(request.getRemoteAddr()), settings.streamsPerClient());
  }

  private static String topic(String office) {
    return "branch/" + office;
  }
}
