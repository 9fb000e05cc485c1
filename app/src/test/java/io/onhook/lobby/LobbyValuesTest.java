package io.onhook.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.onhook.branch.Place;
import io.onhook.branch.Wait;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LobbyValuesTest {
  private static final String WAY = "https://maps.example/{latitude}/{longitude}";

  @Test
  void roundsWaitsOutwardsSoThatNoNumberClaimsMoreThanIsKnown() {
    assertThat(minutes(0, 20)).isEqualTo(new Minutes(0, 1, true));
    assertThat(minutes(7 * 60 + 50, 8 * 60 + 1)).isEqualTo(new Minutes(7, 9, true));
    assertThat(minutes(14 * 60, 31 * 60)).isEqualTo(new Minutes(10, 35, true));
  }

  private static Minutes minutes(long least, long most) {
    return Minutes.of(new Wait(Duration.ofSeconds(least), Duration.ofSeconds(most), true));
  }

  @Test
  void refusesSettingsThatLeadNowhereNamingTheRemedy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LobbySettings("https://maps.example/", "", "", "", 64))
        .withMessageContaining("onhook.lobby.directions")
        .withMessageContaining("{latitude}");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new LobbySettings(WAY, "http://tiles.example/{z}/{x}/{y}.png", "", "", 64))
        .withMessageContaining("onhook.lobby.tiles");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LobbySettings(WAY, "", "", "short", 64))
        .withMessageContaining("onhook.lobby.screen-key")
        .withMessageNotContaining("short,");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LobbySettings(WAY, "", "", "", 0))
        .withMessage("onhook.lobby.streams-per-client is 0: write a number from 1 to 2000");
  }

  @Test
  void leadsToAPlaceAndNeverShowsTheKey() {
    var settings = new LobbySettings(WAY, "", "", "a-key-of-sixteen-characters", 64);
    assertThat(settings.directionsTo(new Place(31.2304, 121.4737)))
        .isEqualTo(URI.create("https://maps.example/31.230400/121.473700"));
    assertThat(settings.toString()).doesNotContain("a-key-of");
  }

  @Test
  void drawsNorthUpAndWithinTheFrame() {
    var map =
        DrawnMap.of(
            List.of(at("south", 31.0, 121.4), at("north", 31.4, 121.4), at("east", 31.2, 121.6)));
    assertThat(map.pins()).extracting(DrawnMap.Pin::number).containsExactly(1, 2, 3);
    assertThat(map.pins().get(1).y()).isLessThan(map.pins().get(0).y());
    assertThat(map.pins().get(2).x()).isGreaterThan(map.pins().get(1).x());
    assertThat(map.pins())
        .allSatisfy(
            pin -> {
              assertThat(pin.x()).isBetween(0.0, (double) DrawnMap.WIDTH);
              assertThat(pin.y()).isBetween(0.0, (double) DrawnMap.HEIGHT);
            });
    assertThat(map.scale()).isBetween(1.0, DrawnMap.WIDTH / 3.0);
    assertThat(DrawnMap.of(List.of()).pins()).isEmpty();
    var wide = DrawnMap.of(List.of(at("shanghai", 31.2, 121.4), at("beijing", 39.9, 116.4)));
    assertThat(wide.pins()).hasSize(1);
    assertThat(wide.far()).isEqualTo(1);
  }

  private static OfficePage at(String code, double latitude, double longitude) {
    return new OfficePage(
        code,
        code,
        "",
        "",
        latitude,
        longitude,
        URI.create("https://maps.example/"),
        true,
        "",
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of(),
        null);
  }
}
