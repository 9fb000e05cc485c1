package io.onhook.cancellation;

import io.onhook.document.Documents;
import io.onhook.document.EraseCopies;
import io.onhook.engine.LocalWrite;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Retention;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How long the copies of a case's papers are kept, by the pack that the case began with. */
@Component
final class CopyRetention {
  private final Packs packs;
  private final Documents documents;

  CopyRetention(Packs packs, Documents documents) {
    this.packs = packs;
    this.documents = documents;
  }

  /** The request is decided, or nothing is to be decided any more. */
  Stream<LocalWrite> decided(Cancellation state, Instant now) {
    return from(Retention.From.DECIDED, state, now)
        .or(() -> from(Retention.From.CREATED, state, state.terms().receivedAt()))
        .stream();
  }

  /** The case is over, however it ended. */
  Stream<LocalWrite> over(Cancellation state, Instant now) {
    return Stream.concat(decided(state, now), from(Retention.From.ENDED, state, now).stream());
  }

  private Optional<LocalWrite> from(Retention.From moment, Cancellation state, Instant since) {
    Pack pack = state.terms().pack(packs);
    if (!hasCopies(state, pack)) {
      return Optional.empty();
    }
    var rule = pack.retention().get(Retention.Kind.IDENTITY_COPY);
    return rule == null || rule.from() != moment
        ? Optional.empty()
        : Optional.of(new EraseCopies(state.reference(), rule.until(since, pack.days())));
  }

  /**
   * The online way takes copies, a branch may photograph the originals, and an application that
   * came in another way has some if its holder was asked for them. A mass of other cases is spared
   * the write.
   */
  private boolean hasCopies(Cancellation state, Pack pack) {
    return state.applicant().way().equals(Copies.ONLINE)
        || ((pack.isApplication() || state.applicant().way().equals(Copies.BRANCH))
            && !documents.ofCase(state.reference()).isEmpty());
  }
}
