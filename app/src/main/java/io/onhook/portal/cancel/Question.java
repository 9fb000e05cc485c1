package io.onhook.portal.cancel;

import io.onhook.policy.Acting;
import io.onhook.policy.EndRule;
import io.onhook.policy.Pack;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The questions of the form, in order. */
enum Question {
  DEPENDANTS("dependants"),
  REPRESENTATIVE("representative"),
  IDENTITY("identity"),
  PAPERS("papers"),
  END_DATE("end-date"),
  CONTACT("contact"),
  REFUND("refund"),
  CARES("cares");

  private final String key;

  Question(String key) {
    this.key = key;
  }

  /** As in addresses and message keys. */
  String key() {
    return key;
  }

  String path() {
    return "/cancel/" + key;
  }

  boolean answered(Draft draft) {
    return switch (this) {
      case DEPENDANTS ->
          draft.hanging().stream()
              .allMatch(
                  it ->
                      Optional.ofNullable(draft.fates().get(it.id().value()))
                          .filter(it.choices()::contains)
                          .isPresent());
      case REPRESENTATIVE -> draft.representative() != null;
      case IDENTITY -> draft.identity() != null;
      case PAPERS -> draft.missing().isEmpty();
      case END_DATE -> draft.end() != null;
      case CONTACT -> draft.contact() != null && draft.contact().settled();
      case REFUND -> draft.refund() != null;
      case CARES -> draft.cared();
    };
  }

  /**
   * Whether it has to be answered before the request is sent. The rest answers itself: the line
   * ends as early as it can, and what to do before is asked once more beside the last button.
   */
  boolean open(Draft draft) {
    return switch (this) {
      case END_DATE, CARES -> false;
      default -> !answered(draft);
    };
  }

  /** The questions that this holder is asked. */
  static List<Question> asked(Pack pack, Draft draft) {
    return Arrays.stream(values())
        .filter(
            question ->
                switch (question) {
                  case END_DATE -> pack.end().at() == EndRule.At.ASKED_FOR;
                  case PAPERS -> !draft.copies().isEmpty();
                  case REFUND -> draft.refunds();
                  case DEPENDANTS -> !draft.hanging().isEmpty();
                  case REPRESENTATIVE -> draft.acts() != Acting.HOLDER;
                  case IDENTITY -> pack.asksIdentity();
                  case CONTACT, CARES -> true;
                })
        .toList();
  }

  /** The first one that is still open; empty if the draft is complete. */
  static Optional<Question> next(List<Question> asked, Draft draft) {
    return asked.stream().filter(question -> question.open(draft)).findFirst();
  }

  /** Which question a field of the request belongs to. */
  static Question ofField(String field) {
    return switch (field) {
      case "endsOn" -> END_DATE;
      case "contact", "contact.address", "contact.channel" -> CONTACT;
      case "refundAccount" -> REFUND;
      case String of when of.startsWith("dependants") -> DEPENDANTS;
      case String of when of.startsWith("representative.") -> REPRESENTATIVE;
      default -> IDENTITY;
    };
  }
}
