package io.onhook.worklist;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people share work.
 *
 * @param claim a claim that nobody renews lapses after so long, so that work does not lie on a sick
 *     colleague's desk; more than nothing, at most a day
 */
@ConfigurationProperties("onhook.worklist")
record WorkSettings(@DefaultValue("30m") Duration claim) {
  private static final Duration LONGEST = Duration.ofDays(1);

  WorkSettings {
    if (!claim.isPositive() || claim.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "onhook.worklist.claim is %s: give more than nothing and at most a day, as 30m"
              .formatted(claim));
    }
  }
}
