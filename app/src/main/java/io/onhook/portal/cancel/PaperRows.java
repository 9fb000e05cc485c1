package io.onhook.portal.cancel;

import io.onhook.cancellation.CopyNeeded;
import io.onhook.document.Documents;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.policy.Text;
import io.onhook.web.Say;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the copies of a draft into words. */
@Component
class PaperRows {
  private final Documents documents;
  private final Packs packs;

  PaperRows(Documents documents, Packs packs) {
    this.documents = documents;
    this.packs = packs;
  }

  /** All that are needed, in the pack's order. */
  List<PaperRow> rows(Draft draft, Say say) {
    return draft.copies().stream().map(copy -> row(copy, draft, say)).toList();
  }

  private PaperRow row(CopyNeeded copy, Draft draft, Say say) {
    Paper.Rule words = packs.current().papers().get(copy.paper());
    return new PaperRow(
        copy.paper().key(),
        words == null ? copy.paper().key() : say.text(words.title()),
        say.text(words == null ? Text.NONE : words.text()),
        copy.sides(),
        copy.missing(draft.papers()),
        draft.papers().stream()
            .filter(document -> document.paper() == copy.paper())
            .map(
                document ->
                    new PaperRow.File(
                        document.id(),
                        document.pages(),
                        say.moment(document.takenAt()),
                        documents.isShown(document)))
            .toList());
  }
}
