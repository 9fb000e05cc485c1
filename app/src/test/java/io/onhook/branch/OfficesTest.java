package io.onhook.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfficesTest {
  private static final Place TIANANMEN = new Place(39.9087, 116.3975);
  private static final Place BUND = new Place(31.2400, 121.4900);

  private final Offices offices = new Offices(OneOffice.settings().all());

  @Test
  void measuresAsTheCrowFlies() {
    assertThat(TIANANMEN.kilometresTo(BUND)).isCloseTo(1067, within(5.0));
    assertThat(BUND.kilometresTo(BUND)).isZero();
  }

  @Test
  void showsTheNearestFirstOfThoseThatDoIt() {
    assertThat(offices.near(BUND, Service.END_LINE))
        .extracting(near -> near.office().code())
        .containsExactly(OneOffice.SHANGHAI, OneOffice.BEIJING);
    assertThat(offices.near(BUND, Service.COMPANY))
        .extracting(near -> near.office().code())
        .containsExactly(OneOffice.BEIJING);
  }

  @Test
  void findsByWordsOfNameDistrictAndAddress() {
    assertThat(offices.named("静安")).extracting(Office::code).containsExactly(OneOffice.SHANGHAI);
    assertThat(offices.named(" 朝阳  road ")).hasSize(1);
    assertThat(offices.named("")).hasSize(2);
    assertThat(offices.named("Nowhere")).isEmpty();
  }

  @Test
  void namesTheOfficeAndTheProblemOfAWrongEntry() {
    assertThatThrownBy(() -> wrong(entry("Mo 9-18", 39)))
        .hasMessageContaining("onhook.branch.offices.bj-1")
        .hasMessageContaining("Mo 9-18");
    assertThatThrownBy(() -> wrong(entry("Mo 09:00-18:00", 139))).hasMessageContaining("latitude");
  }

  private static OfficeSettings.Entry entry(String hours, double latitude) {
    return OneOffice.entry("厅", latitude, 116, hours, Set.of("end-line"), 1);
  }

  private static void wrong(OfficeSettings.Entry entry) {
    new OfficeSettings(
            Map.of("bj-1", entry), OneOffice.settings().queue(), OneOffice.settings().booking())
        .all();
  }
}
