package io.onhook.backoffice.dispute;

import static io.onhook.web.Renderer.Reader.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.dispute.Contested;
import io.onhook.dispute.Waiting;
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

class DisputePagesTest {
  private final Renderer renderer = new Renderer();

  @ParameterizedTest
  @EnumSource(names = {"ZH_CN", "EN"})
  void showsTheHoldersWordsAndKeepsWhatWasTyped(Language language) {
    var it =
        new Contested(
            Samples.REFERENCE,
            new LineId("L-1"),
            "P-1",
            Bill.UNBILLED,
            "R-1",
            "Roaming",
            Money.of("CNY", 8800),
            Samples.NOW,
            Contested.State.OPEN,
            Optional.empty(),
            true);
    var model = Samples.model(language);
    model.put(
        "rows", List.of(new Waiting(it, "I was <not> there", Samples.NOW, Optional.of("wang"))));
    model.put("reference", it.reference().text());
    model.put("decision", "drop");
    model.put("words", "typed<");
    model.put("problems", new Problems().add("words", "dispute.words.missing"));
    assertThat(
            renderer.render(
                "backoffice/dispute/disputes", "/staff/disputes", language, STAFF, model))
        .contains("I was &lt;not&gt; there")
        .contains("typed&lt;")
        .contains("wang")
        .doesNotContain(Bill.UNBILLED)
        .contains("href=\"#words\"")
        .contains("id=\"words\"")
        .doesNotContain("??");
  }
}
