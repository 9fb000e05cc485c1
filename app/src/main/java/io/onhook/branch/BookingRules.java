package io.onhook.branch;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How times are booked.
 *
 * @param slot how long after one booked time the next one is
 * @param perSlot how many may come at the same time
 * @param days how many days ahead can be booked, from today
 * @param notice how long before its time a slot can still be booked
 * @param early how long before its time one may come and be put in the line
 * @param late how long after it one still goes first; later one waits as everybody does
 * @param perClient how many booked times one client address may hold at an office
 */
record BookingRules(
    @DefaultValue("15m") Duration slot,
    @DefaultValue("2") int perSlot,
    @DefaultValue("14") int days,
    @DefaultValue("15m") Duration notice,
    @DefaultValue("30m") Duration early,
    @DefaultValue("15m") Duration late,
    @DefaultValue("3") int perClient) {
  BookingRules {
    if (slot.compareTo(Duration.ofMinutes(5)) < 0 || slot.compareTo(Duration.ofHours(4)) > 0) {
      throw wrong("slot", slot, "5m to 4h");
    }
    if (perSlot < 1 || perSlot > 100) {
      throw wrong("per-slot", perSlot, "1 to 100");
    }
    if (days < 1 || days > 90) {
      throw wrong("days", days, "1 to 90");
    }
    if (perClient < 1 || perClient > 100) {
      throw wrong("per-client", perClient, "1 to 100");
    }
    for (Duration each : new Duration[] {notice, early, late}) {
      if (each.isNegative() || each.compareTo(Duration.ofHours(12)) > 0) {
        throw wrong("notice, early or late", each, "nothing to 12h");
      }
    }
  }

  private static IllegalArgumentException wrong(String name, Object value, String remedy) {
    return new IllegalArgumentException(
        "onhook.branch.booking.%s is %s: give %s".formatted(name, value, remedy));
  }
}
