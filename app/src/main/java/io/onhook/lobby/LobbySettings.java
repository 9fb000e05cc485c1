package io.onhook.lobby;

import io.onhook.branch.Place;
import java.net.URI;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What visitors' pages need to know beside the offices: {@code onhook.lobby.*}.
 *
 * @param directions address of a way there, with {@code {latitude}} and {@code {longitude}}
 * @param tiles address of map tiles, with {@code {z}}, {@code {x}} and {@code {y}}; without one a
 *     plain map is drawn
 * @param tilesCredit whom the tiles' licence wants named
 * @param screenKey opens kiosks and boards on a device once; without one, only staff can
 * @param streamsPerClient how many streams one client address may hold open; its further pages ask
 *     from time to time. Screens that the key has opened have no such limit
 */
@ConfigurationProperties("onhook.lobby")
record LobbySettings(
    @DefaultValue("https://www.openstreetmap.org/directions?to={latitude}%2C{longitude}")
        String directions,
    @DefaultValue("") String tiles,
    @DefaultValue("© OpenStreetMap") String tilesCredit,
    @DefaultValue("") String screenKey,
    @DefaultValue("64") int streamsPerClient) {
  private static final int SHORTEST_KEY = 16;
  private static final int MOST_STREAMS = 2_000;

  LobbySettings {
    if (!directions.contains("{latitude}") || !directions.contains("{longitude}")) {
      throw new IllegalArgumentException(
          "onhook.lobby.directions names no place: write {latitude} and {longitude} into it");
    }
    if (!tiles.isEmpty()
        && !(tiles.startsWith("https://") && tiles.contains("{z}") && tiles.contains("{x}"))) {
      throw new IllegalArgumentException(
          "onhook.lobby.tiles is no address of tiles: write https://…/{z}/{x}/{y}.png");
    }
    if (!screenKey.isEmpty() && screenKey.length() < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "onhook.lobby.screen-key is too short: give at least " + SHORTEST_KEY + " characters");
    }
    if (streamsPerClient < 1 || streamsPerClient > MOST_STREAMS) {
      throw new IllegalArgumentException(
          "onhook.lobby.streams-per-client is "
              + streamsPerClient
              + ": write a number from 1 to "
              + MOST_STREAMS);
    }
  }

  URI directionsTo(Place place) {
    return URI.create(
        directions
            .replace("{latitude}", degrees(place.latitude()))
            .replace("{longitude}", degrees(place.longitude())));
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "LobbySettings[" + directions + ", " + tiles + "]";
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
