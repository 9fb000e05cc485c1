package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Fault;
import java.util.Optional;

/** What stands between a line and its end. */
public sealed interface CheckAnswer {

  /**
   * The line was looked at. Eligibility and quote follow from the pack and the operator's billing.
   *
   * @param line the line, as the operator knows it
   * @param dates what would be promised now
   * @param open the case that is under way already, if any
   */
  record Checked(Line line, PromisedDates dates, Optional<CaseReference> open)
      implements CheckAnswer {}

  /** There is no such line, or it is not this applicant's. */
  record NoSuchLine() implements CheckAnswer {}

  /** The operator's systems can't be asked just now. */
  record PartnerUnavailable(Fault fault) implements CheckAnswer {}
}
