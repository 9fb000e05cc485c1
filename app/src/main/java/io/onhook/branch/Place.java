package io.onhook.branch;

/**
 * A point on the earth, in WGS-84 (not the shifted GCJ-02 of Chinese map tiles).
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record Place(double latitude, double longitude) {
  /** Mean radius of the earth in kilometres (IUGG). */
  private static final double EARTH = 6371.0088;

  public Place {
    if (!(Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException("A latitude lies between -90 and 90, not " + latitude);
    }
    if (!(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("A longitude lies between -180 and 180, not " + longitude);
    }
  }

  /** Kilometres as the crow flies, by the haversine formula. */
  public double kilometresTo(Place other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double haversine =
        square(Math.sin(north / 2))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * square(Math.sin(east / 2));
    return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }

  private static double square(double value) {
    return value * value;
  }
}
