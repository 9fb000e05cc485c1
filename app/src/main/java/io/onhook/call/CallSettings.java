package io.onhook.call;

import io.onhook.branch.OpeningHours;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the hotline works.
 *
 * @param hours when somebody answers, in the pack's time zone, written as for a branch
 * @param closedOn days on which nobody does
 * @param checkLasts how long a caller counts as checked
 * @param tries how many wrong codes close the check
 * @param closedFor for how long
 * @param callBackWithin how far ahead a call-back can be asked for
 * @param keptWithin a call-back counts as kept if it is first tried within this time
 * @param callBackTries how often nobody may answer before it is given up
 */
@ConfigurationProperties("onhook.hotline")
record CallSettings(
    @DefaultValue("Mo-Su 08:00-22:00") String hours,
    @DefaultValue Set<LocalDate> closedOn,
    @DefaultValue("PT30M") Duration checkLasts,
    @DefaultValue("3") int tries,
    @DefaultValue("PT1H") Duration closedFor,
    @DefaultValue("P14D") Duration callBackWithin,
    @DefaultValue("PT30M") Duration keptWithin,
    @DefaultValue("3") int callBackTries) {

  OpeningHours openingHours() {
    try {
      return OpeningHours.of(hours, closedOn);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("onhook.hotline.hours: " + e.getMessage(), e);
    }
  }
}
