package io.onhook.branch;

import io.onhook.policy.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * An office of the operator.
 *
 * @param code its name in addresses and tables: small letters, digits and dashes, never changed
 * @param name what people call it
 * @param district where in the city, for who gives no position
 * @param address for the way there
 * @param zone its hours and its days are of this zone
 * @param services what it does for visitors; at least one
 * @param windows how many there are, numbered from 1
 */
public record Office(
    String code,
    Text name,
    Text district,
    Text address,
    Place place,
    ZoneId zone,
    OpeningHours hours,
    Set<Service> services,
    int windows) {
  private static final int MOST_WINDOWS = 99;

  public Office {
    if (!code.matches("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")) {
      throw new IllegalArgumentException(
          "An office's code is small letters, digits and dashes, at most 40, not " + code);
    }
    if (services.isEmpty()) {
      throw new IllegalArgumentException("Office " + code + " serves nobody: name its services");
    }
    if (windows < 1 || windows > MOST_WINDOWS) {
      throw new IllegalArgumentException(
          "Office " + code + " has " + windows + " windows: give 1 to " + MOST_WINDOWS);
    }
    services = Set.copyOf(services);
  }

  /** The moment, as the office's own clock shows it. */
  public ZonedDateTime local(Instant instant) {
    return instant.atZone(zone);
  }

  /** The day of the office in which this moment lies. */
  public LocalDate dayOf(Instant instant) {
    return local(instant).toLocalDate();
  }

  /** Whether it lets people in now. */
  public boolean openAt(Instant instant) {
    return hours.openAt(local(instant));
  }
}
