package io.onhook.lobby;

import io.onhook.branch.Hall;
import io.onhook.branch.Halls;
import io.onhook.branch.Office;
import io.onhook.branch.Offices;
import io.onhook.web.Say;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Offices by their code, as they stand now, for all pages of this module. */
@Component
final class Showing {
  private final Offices offices;
  private final Halls halls;
  private final LobbySettings settings;
  private final Clock clock;

  Showing(Offices offices, Halls halls, LobbySettings settings, Clock clock) {
    this.offices = offices;
    this.halls = halls;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The office of this code.
   *
   * @throws ResponseStatusException 404 if there is none
   */
  Office office(String code) {
    return offices.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  Hall hall(String code) {
    return halls.of(office(code));
  }

  OfficePage page(Office office, Say say) {
    return OfficePage.of(
        halls.of(office), clock.instant(), settings.directionsTo(office.place()), say);
  }

  /**
   * Those that these words name, then the others, by their way from the first of them; all in the
   * operator's order where nothing is named.
   */
  List<OfficePage> found(String words, Say say) {
    List<Office> named = offices.named(words);
    if (words.isBlank() || named.isEmpty()) {
      return offices.all().stream().map(office -> page(office, say)).toList();
    }
    var here = named.getFirst().place();
    return java.util.stream.Stream.concat(
            named.stream().map(office -> page(office, say)),
            offices.all().stream()
                .filter(office -> !named.contains(office))
                .sorted(
                    java.util.Comparator.comparingDouble(
                        office -> here.kilometresTo(office.place())))
                .map(office -> page(office, say).at(here.kilometresTo(office.place()))))
        .toList();
  }

  /** How many offices these words name. */
  int named(String words) {
    return words.isBlank() ? 0 : offices.named(words).size();
  }
}
