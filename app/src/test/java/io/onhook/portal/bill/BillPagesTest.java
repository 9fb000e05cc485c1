package io.onhook.portal.bill;

import static io.onhook.web.Renderer.Reader.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.dispute.Contested;
import io.onhook.line.LineId;
import io.onhook.portal.Samples;
import io.onhook.settlement.Bill;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import io.onhook.web.Problems;
import io.onhook.web.Renderer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bills and disputes, in each language. */
class BillPagesTest {
  private static final Money AMOUNT = Money.of("CNY", 8800);
  private static final Bill.Charge CHARGE = new Bill.Charge("R-1", "usage", "Roaming", AMOUNT);
  private static final Bill BILL =
      new Bill("B-1", "sent", List.of(CHARGE), AMOUNT, Samples.NOW, false);

  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource
  void showsChargesAndWhatBecameOfDisputes(Language language) {
    var model = Samples.model(language);
    model.put("known", true);
    model.put("open", true);
    model.put("rule", "Rule");
    model.put("said", "raised");
    model.put(
        "sheets",
        List.of(
            new BillsController.Sheet(
                BILL,
                List.of(
                    new BillsController.Row(1, BILL, CHARGE, null),
                    new BillsController.Row(2, BILL, CHARGE, contested(Contested.State.OPEN))))));
    model.put(
        "disputes",
        List.of(
            new BillsController.Told(contested(Contested.State.OPEN), ""),
            new BillsController.Told(contested(Contested.State.UPHELD), ""),
            new BillsController.Told(contested(Contested.State.DROPPED), "因为<b>")));
    assertThat(renderer.render("portal/bill/bills", "/line/bills", language, HOLDER, model))
        .contains("href=\"/line/bills/1\"")
        .doesNotContain("href=\"/line/bills/2\"")
        .contains(Samples.amount(language, "88.00"))
        .contains("因为&lt;b&gt;")
        .doesNotContain("??");
    var unbilled = new Bill(Bill.UNBILLED, "new", List.of(CHARGE), AMOUNT, Samples.NOW, false);
    var row = new BillsController.Row(3, unbilled, CHARGE, null);
    model.put("sheets", List.of(new BillsController.Sheet(unbilled, List.of(row))));
    assertThat(renderer.render("portal/bill/bills", "/line/bills", language, HOLDER, model))
        .contains("href=\"/line/bills/3\"")
        .doesNotContain("??");
    model.put("row", row);
    model.put("reason", "");
    model.put("problems", Problems.NONE);
    assertThat(renderer.render("portal/bill/dispute", "/line/bills/3", language, HOLDER, model))
        .contains("value=\"unbilled\"")
        .doesNotContain("??");
    model.put("row", new BillsController.Row(1, BILL, CHARGE, null));
    model.put("reason", "typed<");
    model.put("problems", new Problems().add("reason", "dispute.reason.missing", 1000));
    assertThat(renderer.render("portal/bill/dispute", "/line/bills/1", language, HOLDER, model))
        .contains("typed&lt;")
        .contains("href=\"#reason\"")
        .doesNotContain("??");
  }

  static Contested contested(Contested.State state) {
    return new Contested(
        Samples.REFERENCE,
        new LineId("L-1"),
        "P-1",
        "B-1",
        "R-1",
        "Roaming",
        AMOUNT,
        Samples.NOW,
        state,
        Optional.empty(),
        state == Contested.State.OPEN);
  }
}
