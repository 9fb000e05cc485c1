package io.onhook.cancellation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onhook.document.Drawer;
import io.onhook.line.LineId;
import io.onhook.policy.Acting;
import io.onhook.policy.Fate;
import io.onhook.shared.Language;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to end a line, as a person typed it or a program sent it. Values are as typed: {@link
 * Cancellations#submit} checks them all and names every wrong one at once.
 *
 * @param line which line, as the operator's inventory calls it
 * @param holderName the holder's name as on the document
 * @param documentKind {@code resident-id}, {@code passport}, {@code identity-card} or {@code
 *     company-registration}, or {@link #NO_DOCUMENT} from a holder where the pack asks for none;
 *     name and number are empty then
 * @param documentNumber the document's number; compared with the registered one, never shown
 * @param endsOn the day after whose end the line is to stop, in the pack's time zone; null for the
 *     earliest that the pack allows
 * @param contact where the holder is reached once the line is gone
 * @param refundAccount token of the account that a credit goes to, as the operator's payments know
 *     it; null for the way it was paid
 * @param language the holder's
 * @param way how it came in: {@code web}, {@code branch}, {@code phone}, {@code text}, {@code api}
 * @param papers the drawer with the copies that go with it; null for none
 * @param dependants what becomes of each product that hangs on the line, by the operator's id
 * @param representative who asks in the holder's place; null if the holder does. Name and document
 *     above are the holder's all the same
 */
public record CancelLine(
    LineId line,
    String holderName,
    String documentKind,
    String documentNumber,
    @Nullable LocalDate endsOn,
    Contact contact,
    @Nullable String refundAccount,
    Language language,
    String way,
    @Nullable Drawer papers,
    Map<String, Fate> dependants,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Representative representative) {
  /** Instead of a document: the holder signed in, and the pack asks for no paper. */
  public static final String NO_DOCUMENT = "none";

  /** How a request from the hotline comes in. */
  public static final String BY_PHONE = "phone";

  /**
   * From the holder: without copies of papers, and nothing decided about what hangs on the line.
   */
  public CancelLine(
      LineId line,
      String holderName,
      String documentKind,
      String documentNumber,
      @Nullable LocalDate endsOn,
      Contact contact,
      @Nullable String refundAccount,
      Language language,
      String way) {
    this(
        line,
        holderName,
        documentKind,
        documentNumber,
        endsOn,
        contact,
        refundAccount,
        language,
        way,
        null,
        Map.of(),
        null);
  }

  /** In what role it is asked. */
  Acting acting() {
    return representative == null ? Acting.HOLDER : representative.acting();
  }

  /** Only the line: the rest is personal. */
  @Override
  public String toString() {
    return "CancelLine[" + line + "]";
  }
}
