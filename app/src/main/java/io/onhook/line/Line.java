package io.onhook.line;

import io.onhook.shared.Iccid;
import io.onhook.shared.Imsi;
import io.onhook.shared.Money;
import io.onhook.shared.Msisdn;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line and what hangs on it, as the operator's inventory tells it (TMF637 product with
 * characteristics, terms, relationships and related parties).
 */
public record Line(
    LineId id,
    Msisdn msisdn,
    Imsi imsi,
    Iccid iccid,
    SimKind sim,
    Status status,
    String planName,
    PlanKind plan,
    boolean dataOnly,
    boolean unlimited,
    boolean throttled,
    boolean promoRenews,
    boolean directDebit,
    @Nullable Money usageCap,
    LocalDate activatedOn,
    @Nullable LocalDate periodEndsOn,
    @Nullable LocalDate termEndsOn,
    @Nullable Money termFee,
    @Nullable LocalDate instalmentsEndOn,
    @Nullable Money instalmentsOpen,
    boolean portOutOpen,
    boolean paymentInFlight,
    @Nullable Instant simSwappedAt,
    boolean reportedStolen,
    boolean disputed,
    boolean legalHold,
    boolean portedIn,
    List<Related> bundle,
    List<Related> secondaries,
    Holder holder) {

  /**
   * The phones that the account is reached by: the line itself where it takes texts, then another.
   */
  public List<Msisdn> phones() {
    return Stream.concat(
            dataOnly ? Stream.of() : Stream.of(msisdn),
            holder.otherPhone().filter(other -> !other.equals(msisdn)).stream())
        .toList();
  }

  /** TMF637 {@code Product.status}, as far as it matters here. */
  public enum Status {
    ACTIVE,
    SUSPENDED,
    PENDING_TERMINATE,
    TERMINATED,
    OTHER
  }

  /** What carries the subscription in the phone. */
  public enum SimKind {
    SIM,
    ESIM
  }

  /** How the line is paid. */
  public enum PlanKind {
    PREPAID,
    POSTPAID
  }

  /** Another product that goes with this line. */
  public record Related(LineId id, String name) {}

  /**
   * The registered holder.
   *
   * @param partyId the operator's id of the person or company
   * @param name as registered
   * @param kind person or company
   * @param documentKind {@code resident-id}, {@code passport}, {@code company-registration}
   * @param documentNumber as registered; never shown, only compared
   * @param deceased reported dead
   * @param email a contact of the account, if any
   * @param otherPhone a phone other than this line, if any
   * @param bornOn date of birth as registered; null if the operator has none, as of companies
   */
  public record Holder(
      String partyId,
      String name,
      Kind kind,
      String documentKind,
      String documentNumber,
      boolean deceased,
      Optional<String> email,
      Optional<Msisdn> otherPhone,
      @Nullable LocalDate bornOn) {
    /** Whose date of birth is not registered. */
    public Holder(
        String partyId,
        String name,
        Kind kind,
        String documentKind,
        String documentNumber,
        boolean deceased,
        Optional<String> email,
        Optional<Msisdn> otherPhone) {
      this(partyId, name, kind, documentKind, documentNumber, deceased, email, otherPhone, null);
    }

    /** What sort of holder. */
    public enum Kind {
      PERSON,
      COMPANY
    }

    /**
     * Whether this is the registered document's number, however it was typed: width, case, spaces
     * and dashes do not count.
     */
    public boolean hasDocument(String typed) {
      return plain(documentNumber).equals(plain(typed));
    }

    /**
     * Whether the registered document's number ends so. Enough to ask for a bar that can be lifted,
     * and for nothing else.
     *
     * @param typed at least four signs count
     */
    public boolean documentEndsWith(String typed) {
      String end = plain(typed);
      return end.length() >= 4 && plain(documentNumber).endsWith(end);
    }

    private static String plain(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFKC)
          .replaceAll("[\\s\\p{Punct}]", "")
          .toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return "Holder[" + partyId + "]";
    }
  }
}
