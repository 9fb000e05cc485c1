package io.onhook.cancellation;

import io.onhook.notice.Notice;
import io.onhook.shared.Actor;
import io.onhook.shared.Language;
import io.onhook.vault.Sealed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for the end of a line.
 *
 * @param name as typed, sealed
 * @param documentKind {@code resident-id}, {@code passport}, {@code company-registration}
 * @param documentNumber as typed, sealed
 * @param language the holder's
 * @param contact where the holder is reached once the line is gone
 * @param known contacts that the account had already: they are told too, lest it be a thief
 * @param refundAccount token of the account for a credit, sealed; null for the way it was paid
 * @param submittedBy who sent the request
 * @param way how it came in
 * @param confirmation what who asked had proved; null where staff or a program answers for them,
 *     and in cases of an earlier version
 * @param onBehalf who asked in the holder's place; null if the holder did. Name and document are
 *     the holder's all the same
 */
record Applicant(
    Sealed name,
    String documentKind,
    Sealed documentNumber,
    Language language,
    Notice.Route contact,
    List<Notice.Route> known,
    @Nullable Sealed refundAccount,
    Actor submittedBy,
    String way,
    @Nullable Confirmation confirmation,
    @Nullable OnBehalf onBehalf) {
  /** Instead of a document: a declaration was matched with its line, see MatchDeclaration. */
  static final String DECLARED = "declared";

  /** Whether a new operator redeemed the holder's code, and nobody is asked anything any more. */
  boolean switches() {
    return way.equals(SwitchCodes.WITH_NUMBER) || way.equals(SwitchCodes.WITHOUT_NUMBER);
  }
}
