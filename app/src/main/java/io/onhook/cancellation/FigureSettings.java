package io.onhook.cancellation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What everybody may know of how fast we are.
 *
 * @param least a figure out of fewer cases is not shown: it would tell of single people; at least 5
 */
@ConfigurationProperties("onhook.figures")
record FigureSettings(@DefaultValue("30") int least) {
  private static final int FEWEST = 5;

  FigureSettings {
    if (least < FEWEST) {
      throw new IllegalArgumentException(
          "onhook.figures.least is %d: give at least %d, or a figure tells of single people"
              .formatted(least, FEWEST));
    }
  }
}
