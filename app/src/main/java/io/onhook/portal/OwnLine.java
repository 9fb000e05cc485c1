package io.onhook.portal;

import io.onhook.access.HolderPrincipal;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.cancellation.Representative;
import io.onhook.policy.Acting;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.policy.Way;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The line that somebody signed in with, judged in the role in which they act. */
@Component
public final class OwnLine {
  private final Cancellations cancellations;
  private final Packs packs;

  OwnLine(Cancellations cancellations, Packs packs) {
    this.cancellations = cancellations;
    this.packs = packs;
  }

  /**
   * What was found.
   *
   * @param acting the role that it was judged for
   */
  public record Seen(CheckAnswer answer, Acting acting) {
    /** The findings; empty if the line is not there or can't be looked at. */
    public Optional<Checked> checked() {
      return answer instanceof Checked checked ? Optional.of(checked) : Optional.empty();
    }
  }

  /**
   * Looks at it.
   *
   * @param endsOn the day asked for; null for the earliest
   * @param chosen the role that was chosen; null for the usual one: nobody asks a company or the
   *     dead whether they are the holder
   */
  public Seen look(HolderPrincipal holder, @Nullable LocalDate endsOn, @Nullable Acting chosen) {
    Seen seen = as(holder, endsOn, chosen == null ? Acting.HOLDER : chosen);
    if (chosen != null || !(seen.answer() instanceof Checked checked)) {
      return seen;
    }
    Acting usual = Representative.usual(checked.line());
    return usual == Acting.HOLDER || !packs.current().mayAct(Way.WEB, usual)
        ? seen
        : as(holder, endsOn, usual);
  }

  private Seen as(HolderPrincipal holder, @Nullable LocalDate endsOn, Acting acting) {
    return new Seen(
        cancellations.check(holder.lineId(), endsOn, holder.actor(), Proved.via(holder), acting),
        acting);
  }

  /** Who may ask online here. */
  public static List<Acting> online(Pack pack) {
    return Arrays.stream(Acting.values()).filter(it -> pack.mayAct(Way.WEB, it)).toList();
  }
}
