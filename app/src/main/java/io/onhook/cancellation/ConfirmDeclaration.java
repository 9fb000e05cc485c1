package io.onhook.cancellation;

import io.onhook.engine.LocalStep;
import io.onhook.engine.StepContext;
import io.onhook.engine.StepOutcome;
import io.onhook.notice.Notice;
import io.onhook.notice.Notices;
import io.onhook.notice.Template;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Confirms what was declared, with date and time, on a durable medium: BGB § 312k (4). */
@Component
final class ConfirmDeclaration implements LocalStep<Declaration> {
  private final DeclaredContent content;
  private final Notices notices;
  private final Packs packs;

  ConfirmDeclaration(DeclaredContent content, Notices notices, Packs packs) {
    this.content = content;
    this.notices = notices;
    this.packs = packs;
  }

  @Override
  public StepOutcome<Declaration> run(Declaration state, StepContext context) {
    Pack pack = state.pack(packs);
    Declared it = content.open(state);
    String receivedAt =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(it.language().locale())
            .format(state.receivedAt().atZone(pack.zone()));
    return StepOutcome.done(
        state,
        notices.notice(
            new Notice(
                state.reference().text() + "/" + Template.DECLARED.text(),
                Template.DECLARED.text(),
                it.language(),
                state.contact().channel(),
                state.contact().address(),
                Map.of(
                    "reference",
                    state.reference().text(),
                    "receivedAt",
                    receivedAt,
                    "kind",
                    it.kindInWords(),
                    "contract",
                    DeclaredNumber.masked(it, pack),
                    "end",
                    it.endInWords()))));
  }
}
