package io.onhook.counter.visit;

import io.onhook.cancellation.Representative;
import io.onhook.policy.Acting;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a clerk typed of who acts in the holder's place, as typed. */
record ActorFields(
    String name,
    String documentKind,
    String documentNumber,
    String relation,
    String mandateUntil,
    boolean alike) {

  static ActorFields none(String documentKind) {
    return new ActorFields("", documentKind, "", "", "", false);
  }

  static ActorFields of(Map<String, String> typed) {
    return new ActorFields(
        typed.getOrDefault("name", "").strip(),
        typed.getOrDefault("documentKind", ""),
        typed.getOrDefault("documentNumber", "").strip(),
        typed.getOrDefault("relation", ""),
        typed.getOrDefault("mandateUntil", "").strip(),
        typed.getOrDefault("alike", "").equals("true"));
  }

  /** Of who is known already; the number is not sent back to the browser. */
  static ActorFields of(Representative it) {
    LocalDate until = it.mandateUntil();
    return new ActorFields(
        it.name(),
        it.documentKind(),
        "",
        it.relation(),
        until == null ? "" : until.toString(),
        false);
  }

  /** Whoever is meant, with whatever is wrong about it. */
  Representative representative(Acting acting) {
    return new Representative(
        acting,
        name,
        documentKind,
        documentNumber,
        relation,
        Representative.needsMandate(acting) ? day(mandateUntil) : null);
  }

  /** Null for what is no day: the check names it with all else. */
  private static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Never the number. */
  @Override
  public String toString() {
    return "ActorFields[" + documentKind + "]";
  }
}
