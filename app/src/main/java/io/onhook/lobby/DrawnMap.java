package io.onhook.lobby;

import io.onhook.branch.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A plain map of some offices, drawn from their coordinates alone: north is up, and a kilometre is
 * as long from west to east as from south to north.
 *
 * @param pins in the order of the list beside it
 * @param scale how long the drawn bar is
 * @param kilometres what the bar stands for
 * @param far how many lie too far from the first one to be drawn
 */
public record DrawnMap(List<Pin> pins, double scale, double kilometres, int far) {
  static final int WIDTH = 600;
  static final int HEIGHT = 400;
  private static final int MARGIN = 44;

  /** The narrowest map, so that one office is not drawn at the scale of a room. */
  private static final double LEAST_KILOMETRES = 3;

  /** What lies further from the first of the list would draw all others into one point. */
  private static final double MOST_KILOMETRES = 100;

  private static final double KILOMETRES_A_DEGREE = 111.2;
  private static final double[] BARS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};

  /** Where an office stands on the map. */
  public record Pin(int number, String code, String name, double x, double y) {}

  static DrawnMap of(List<OfficePage> all) {
    if (all.isEmpty()) {
      return new DrawnMap(List.of(), 0, 0, 0);
    }
    Place first = place(all.getFirst());
    List<OfficePage> offices =
        all.stream()
            .filter(office -> first.kilometresTo(place(office)) <= MOST_KILOMETRES)
            .toList();
    double north = offices.stream().mapToDouble(OfficePage::latitude).max().orElseThrow();
    double south = offices.stream().mapToDouble(OfficePage::latitude).min().orElseThrow();
    double east = offices.stream().mapToDouble(OfficePage::longitude).max().orElseThrow();
    double west = offices.stream().mapToDouble(OfficePage::longitude).min().orElseThrow();
    double narrow = Math.cos(Math.toRadians((north + south) / 2));
    double wide = Math.max((east - west) * narrow * KILOMETRES_A_DEGREE, LEAST_KILOMETRES);
    double high = Math.max((north - south) * KILOMETRES_A_DEGREE, LEAST_KILOMETRES);
    double scale = Math.min((WIDTH - 2.0 * MARGIN) / wide, (HEIGHT - 2.0 * MARGIN) / high);
    List<Pin> pins = new ArrayList<>();
    for (OfficePage office : offices) {
      double x = (office.longitude() - (east + west) / 2) * narrow * KILOMETRES_A_DEGREE * scale;
      double y = ((north + south) / 2 - office.latitude()) * KILOMETRES_A_DEGREE * scale;
      pins.add(
          new Pin(
              all.indexOf(office) + 1,
              office.code(),
              office.name(),
              Math.round(WIDTH / 2.0 + x),
              Math.round(HEIGHT / 2.0 + y)));
    }
    double bar = BARS[0];
    for (double candidate : BARS) {
      bar = candidate * scale <= WIDTH / 3.0 ? candidate : bar;
    }
    return new DrawnMap(
        List.copyOf(pins), Math.round(bar * scale), bar, all.size() - offices.size());
  }

  private static Place place(OfficePage office) {
    return new Place(office.latitude(), office.longitude());
  }

  /** The bar's length in whole kilometres. */
  public long wholeKilometres() {
    return Math.round(kilometres);
  }
}
