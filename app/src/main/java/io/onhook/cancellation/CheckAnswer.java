package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.settlement.Bill;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Fault;
import java.util.List;
import java.util.Optional;

/** What stands between a line and its end. */
public sealed interface CheckAnswer {

  /**
   * The line was looked at.
   *
   * @param line the line, as the operator knows it
   * @param eligibility every gate with something to say, the quote, and what is needed
   * @param dates what would be promised now
   * @param bills open bills and balances, with what stands on them
   * @param outlook use until the end, and what each possible end costs
   * @param open the case that is under way already, if any
   */
  record Checked(
      Line line,
      Eligibility eligibility,
      PromisedDates dates,
      List<Bill> bills,
      Outlook outlook,
      Optional<CaseReference> open)
      implements CheckAnswer {}

  /** There is no such line, or it is not this applicant's. */
  record NoSuchLine() implements CheckAnswer {}

  /** The operator's systems can't be asked just now. */
  record PartnerUnavailable(Fault fault) implements CheckAnswer {}

  /** An amount is in a currency that nothing here is reckoned in. A person is told of it. */
  record NotReckonable(Fault fault) implements CheckAnswer {}
}
