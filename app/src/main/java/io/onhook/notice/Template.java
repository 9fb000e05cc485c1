package io.onhook.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the product tells people. Each has a text of its name beside this class, in every language:
 * {@code templates/<name>.<language>.txt}.
 *
 * <p>Common values: {@code reference} is the case's, {@code number} the line's, masked ({@link
 * io.onhook.shared.Msisdn#masked()}), dates are written out for the reader. {@code operator},
 * {@code site} and {@code hotline} come from the configuration and are not given.
 */
public enum Template {
  /** A one-time sign-in code. Only {@link Notices#sendCode} sends it: codes are never stored. */
  CODE("code", "minutes"),
  /**
   * A one-time code that a caller reads out to an agent of the hotline. Never stored either; unlike
   * the other it may be told, to whom one has called oneself.
   */
  CALLER_CODE("code", "minutes"),
  /** To all contacts: a caller gave wrong codes, and was told nothing. */
  CALLER_CHECK_FAILED("number"),
  /** A request that was made by phone, with the {@code text} that was read and agreed to. */
  PHONE_REQUEST("reference", "number", "receivedAt", "text"),
  /** A page that a caller asked for: {@code what} it is for, {@code page} is its address here. */
  PAGE_LINK("what", "page"),
  /** What a line's end needs, in one sentence. */
  CHECKLIST("number", "what"),
  /** A declaration is in: what was declared, and when it was received. */
  DECLARED("reference", "receivedAt", "kind", "contract", "end"),
  /** A link back to a form that was not sent yet; {@code link} is its last part. */
  CONTINUE("link", "until"),
  /** A report about a line is in. Its address is unproven: nothing of the report is repeated. */
  REPORTED("reference", "receivedAt"),
  /** A person has looked into a report. What they found is told by phone or at a branch alone. */
  REPORT_ANSWERED("reference"),
  /** The request is in: {@code endsOn} is the earliest day the line can end. */
  RECEIVED("reference", "number", "endsOn"),
  /** Something is missing: {@code what}, and until when. */
  MORE_NEEDED("reference", "number", "what", "until"),
  /** The request is approved; the line works until {@code endsOn}. */
  APPROVED("reference", "number", "endsOn"),
  /** The request is not approved, and why. */
  NOT_APPROVED("reference", "number", "reason"),
  /** The line ends tomorrow; taking it back is still possible. */
  ENDS_TOMORROW("reference", "number", "endsOn"),
  /** The last words to the line itself, just before the bar. */
  LAST_SMS("reference"),
  /** The line has ended; {@code certificate} is the number of the proof. */
  ENDED("reference", "number", "endsOn", "certificate"),
  /** Money is on its way. */
  REFUND_SENT("reference", "amount"),
  /** Money has arrived. */
  REFUND_ARRIVED("reference", "amount"),
  /** A charge that was disputed is taken off. */
  DISPUTE_UPHELD("reference", "amount"),
  /** A charge that was disputed stands. */
  DISPUTE_DROPPED("reference", "amount"),
  /**
   * The request is stopped until people have looked: an owner objected. Nothing of who did, and by
   * what, is told: whoever asked may be a thief.
   */
  STOPPED("reference", "number"),
  /** What was done and signed at a branch; {@code receipt} is the number of the proof. */
  VISITED("reference", "number", "receipt"),
  /**
   * To the account's other contacts: the line is barred, until somebody who is checked lifts it.
   */
  BARRED("number"),
  /** The same when the bar is lifted. */
  BAR_LIFTED("number"),
  /** The request was taken back; the line stays. */
  RETRACTED("reference", "number"),
  /**
   * To all contacts of an account: somebody signed in for this line without a code to it, by
   * another contact and the document's number.
   */
  SIGNED_IN_OTHERWISE("number"),
  /**
   * As the next one, without a link of its own: cases of an earlier version have some under way.
   */
  NOT_YOU("reference", "number"),
  /**
   * To all known contacts: somebody asks to end this line. Not you? Object by this link, of which
   * {@code objection} is the end.
   */
  NOT_YOU_OBJECT("reference", "number", "objection"),
  /** At an office the turn of who holds this ticket is near; {@code ticket} ends its address. */
  TURN_NEAR("label", "office", "ticket"),
  /** The office has closed with this ticket waiting; its place is kept for another day. */
  PLACE_KEPT("label", "office", "ticket"),
  /** A time at an office is booked, or changed; {@code booking} ends its address. */
  TIME_BOOKED("when", "office", "booking"),
  /** A booked time is tomorrow. */
  TIME_REMINDER("when", "office", "booking");

  private final List<String> needs;

  Template(String... needs) {
    this.needs = List.of(needs);
  }

  /** Its name in files and in {@link Notice#template()}: {@code more-needed}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The values that a notice must give. */
  public List<String> needs() {
    return needs;
  }

  /** Whether it carries a one-time code, which is never stored. */
  boolean carriesCode() {
    return this == CODE || this == CALLER_CODE;
  }

  /** The template of this name. */
  static Template named(String text) {
    return Arrays.stream(Template.values())
        .filter(template -> template.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No template "
                        + text
                        + "; there are "
                        + Arrays.stream(Template.values()).map(Template::text).toList()));
  }
}
