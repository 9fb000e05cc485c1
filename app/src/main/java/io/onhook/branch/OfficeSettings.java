package io.onhook.branch;

import io.onhook.policy.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's offices, and how long their queues make people wait for a turn.
 *
 * @param offices by their code; without any, the way "branch" has no map and no tickets
 */
@ConfigurationProperties("onhook.branch")
record OfficeSettings(
    @DefaultValue Map<String, Entry> offices,
    @DefaultValue QueueRules queue,
    @DefaultValue BookingRules booking) {

  /** One office, as it is written. */
  record Entry(
      Map<String, String> name,
      Map<String, String> district,
      Map<String, String> address,
      double latitude,
      double longitude,
      String zone,
      String hours,
      @DefaultValue Set<LocalDate> closedOn,
      @DefaultValue("end-line") Set<String> services,
      @DefaultValue("1") int windows) {

    Office office(String code) {
      try {
        return new Office(
            code,
            new Text(name),
            new Text(district),
            new Text(address),
            new Place(latitude, longitude),
            ZoneId.of(zone),
            OpeningHours.of(hours, closedOn),
            services.stream().map(Service::ofKey).collect(Collectors.toSet()),
            windows);
      } catch (DateTimeException | IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "onhook.branch.offices." + code + ": " + e.getMessage(), e);
      }
    }
  }

  /** All of them, in the order in which they are written. */
  Map<String, Office> all() {
    Map<String, Office> all = new LinkedHashMap<>();
    offices.forEach((code, entry) -> all.put(code, entry.office(code)));
    return all;
  }
}
