package io.onhook.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was typed when a session had run out waits for who typed it, sealed. */
class KeptFormsTest {
  private static final HolderPrincipal ZHANG = Holders.of("P-1", "L-0001");
  private static final KeptForms.Form FORM =
      new KeptForms.Form(
          "/cancel/identity", Map.of("documentNumber", List.of("11010519491231002X")));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:10:00Z"));
  private final KeptForms forms =
      new AccessFixture(TestDatabase.fresh(), new OneLine(), clock).forms;

  @Test
  void isThereForWhoTypedIt() {
    KeptForms.Kept kept = forms.keep(forms.mark(ZHANG), FORM).orElseThrow();

    assertThat(forms.open(kept, ZHANG)).contains(FORM);
    assertThat(kept.toString()).doesNotContain("11010519491231002X").doesNotContain("P-1");
  }

  @Test
  void isShownToNobodyElse() {
    KeptForms.Kept kept = forms.keep(forms.mark(ZHANG), FORM).orElseThrow();

    assertThat(forms.open(kept, Holders.of("P-2", "L-0001"))).isEmpty();
  }

  @Test
  void goesAfterHalfAnHourAndIsNotTakenWhereItIsLargeOrNobodys() {
    KeptForms.Kept kept = forms.keep(forms.mark(ZHANG), FORM).orElseThrow();
    clock.advance(Duration.ofMinutes(30));

    assertThat(forms.open(kept, ZHANG)).isEmpty();
    assertThat(forms.keep("", FORM)).isEmpty();
    assertThat(
            forms.keep(
                forms.mark(ZHANG),
                new KeptForms.Form("/cancel/identity", Map.of("a", List.of("x".repeat(70_000))))))
        .isEmpty();
  }
}
