package io.onhook.trials.run;

import io.onhook.stand.Http;
import io.onhook.stand.Said;
import io.onhook.trials.field.Field;
import io.onhook.trials.plan.Plan;
import io.onhook.trials.plan.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people and programs ask of the product and of the operator in a trial. */
final class Desk {
  private final Field field;

  Desk(Field field) {
    this.field = field;
  }

  /** Asks for the end of a line in its plan's way. */
  JsonNode submit(Subject subject, String key) {
    Plan plan = subject.plan();
    Map<String, Object> request = new HashMap<>();
    request.put("holder", subject.holder());
    request.put("email", subject.email());
    request.put("daysAhead", plan.daysAhead());
    request.put("key", key);
    if (plan.way().declared()) {
      request.put("number", "+" + subject.msisdn());
      request.put("atOnce", plan.way() == Plan.Way.DECLARATION_AT_ONCE);
      return field.node().ask("declare", request);
    }
    for (Plan.Beside beside : plan.beside()) {
      if (beside.bundle()) {
        request.put("bundle", beside == Plan.Beside.BUNDLE_ENDS ? "cancel" : "keep");
      }
    }
    request.put("online", plan.way() == Plan.Way.ONLINE);
    request.put("paper", plan.beside().contains(Plan.Beside.PAPER));
    request.put("party", subject.party());
    request.put("line", subject.line());
    request.put("document", subject.document());
    String account = plan.payee();
    if (account != null) {
      request.put("refundAccount", account);
    }
    return field.node().ask("submit", request);
  }

  /** Somebody finds the line of a declaration. */
  void match(String reference, Subject subject) {
    JsonNode answer =
        field
            .node()
            .ask(
                "match",
                Map.of(
                    "reference",
                    reference,
                    "number",
                    "+" + subject.msisdn(),
                    "atOnce",
                    subject.plan().way() == Plan.Way.DECLARATION_AT_ONCE));
    String said = answer.path("said").asString();
    if (!said.equals("MATCHED") && !said.equals("NOTHING_TO_MATCH")) {
      throw new Said("The declaration of " + subject.line() + " can't be matched: " + said);
    }
  }

  /** Somebody says something about the line that a person has to look into. */
  void report(Subject subject) {
    field
        .node()
        .ask(
            "report",
            Map.of(
                "holder",
                subject.holder(),
                "number",
                "+" + subject.msisdn(),
                "email",
                subject.email(),
                "key",
                "r-" + subject.number()));
  }

  /** A person has looked into a report. */
  void lookInto(String reference) {
    field.node().ask("look-into", Map.of("reference", reference, "staff", "rita"));
  }

  /** The holder disputes the first charge that can be. */
  void dispute(Subject subject) {
    field.node().ask("dispute", Map.of("line", subject.line(), "party", subject.party()));
  }

  /** What came of a disputed charge. */
  void decideDispute(String reference, boolean upheld) {
    field
        .node()
        .ask("decide-dispute", Map.of("reference", reference, "upheld", upheld, "staff", "rita"));
  }

  /** The holder has lost the SIM. */
  void bar(Subject subject) {
    field.node().ask("bar", Map.of("line", subject.line(), "staff", "hanna"));
  }

  /** And has found it. */
  void lift(Subject subject) {
    field.node().ask("lift", Map.of("line", subject.line(), "staff", "hanna"));
  }

  /** The code that the holder gives to a new operator; empty where none is given now. */
  String switchCode(Subject subject) {
    return field
        .node()
        .ask("switch-code", Map.of("line", subject.line(), "party", subject.party()))
        .path("code")
        .asString("");
  }

  /** The new operator redeems it; the reference of what ends the line, empty if nothing does. */
  String redeem(Subject subject, String code) {
    return field
        .node()
        .ask("redeem", Map.of("number", "+" + subject.msisdn(), "code", code))
        .path("reference")
        .asString("");
  }

  /** The holder pays at a window what is shown there. */
  void payAtWindow(Subject subject, String reference) {
    String said =
        field
            .node()
            .ask(
                "pay-at-window",
                Map.of("ticket", subject.number(), "reference", reference, "staff", "clara"))
            .path("answer")
            .asString();
    if (said.equals("Unavailable")) {
      throw new Said("What " + subject.line() + " owes can't be asked at the window");
    }
  }

  /** Something to tell this holder, of whose ways so many are no good. */
  void tell(Subject subject, String id, int noGood) {
    field.node().ask("tell", Map.of("email", subject.email(), "notice", id, "noGood", noGood));
  }

  void decide(String reference, boolean approve, String staff) {
    field.node().ask("decide", Map.of("reference", reference, "approve", approve, "staff", staff));
  }

  /** An owner follows the link of a notice, if one of them had a contact that was told. */
  void object(String reference) {
    List<String> links =
        field
            .tables()
            .all(
                "SELECT state::jsonb -> 'notice' -> 'values' ->> 'objection' FROM (SELECT id, state"
                    + " FROM engine.live_case UNION ALL SELECT id, state FROM engine.ended_case) c"
                    + " JOIN engine.case_key k ON k.case_id = c.id WHERE k.process = 'notice' AND"
                    + " k.case_key = ?",
                row -> row.getString(1),
                reference + "/not-you-object-1");
    for (String link : links) {
      field.node().ask("object", Map.of("link", link));
    }
  }

  /** What somebody found of the first objection to a case. */
  void judge(String reference, boolean founded, String staff) {
    field.node().ask("judge", Map.of("reference", reference, "founded", founded, "staff", staff));
  }

  void askForMore(String reference, String staff) {
    field.node().ask("ask", Map.of("reference", reference, "staff", staff));
  }

  void retract(String reference) {
    field.node().ask("retract", Map.of("reference", reference));
  }

  void person(long caseId, String answer) {
    field.node().ask("person", Map.of("case", caseId, "answer", answer));
  }

  /**
   * Moves the clock on all nodes, and at the operator: there first if it goes on, or what a case
   * does at once would be journalled there as done before its intent.
   */
  void clock(Instant to) {
    synchronized (field.clockwork()) {
      if (to.isAfter(now())) {
        field.control("/sandbox/clock", Map.of("now", to.toString()));
      }
      boolean first = true;
      for (var node : field.nodes()) {
        node.ask("clock", first ? Map.of("now", to.toString()) : Map.of());
        first = false;
      }
    }
  }

  /** Moves it a little behind this instant, unless it is later already: two never move it back. */
  void clockOver(Instant due) {
    synchronized (field.clockwork()) {
      if (due.isAfter(now())) {
        clock(due.plusSeconds(2));
      }
    }
  }

  /** The product's time. */
  Instant now() {
    long ahead = field.tables().one("SELECT microseconds FROM clock.ahead", row -> row.getLong(1));
    return Instant.now().plusNanos(ahead * 1_000);
  }

  void order(Plan.Fault fault, String line) {
    field.control(
        "/sandbox/misbehave",
        fault.mode().equals("opaque")
            ? Map.of("operation", fault.operation(), "variant", "opaque", "about", line)
            : Map.of(
                "operation",
                fault.operation(),
                "mode",
                fault.mode(),
                "times",
                fault.times(),
                "after",
                fault.after(),
                "about",
                line));
  }

  /** Something rated: this many hundredths of a currency. */
  void usage(Subject subject, int hundredths, String currency) {
    field.control(
        "/sandbox/usage",
        Map.of(
            "billingAccount",
            subject.account(),
            "amount",
            java.math.BigDecimal.valueOf(hundredths, 2),
            "unit",
            currency));
  }

  /** Pays at a counter of the operator, which the product has no part in. */
  void pay(Subject subject, long fen, String what) {
    Http.Answer answer =
        field
            .systems()
            .post(
                "/tmf-api/payment/v4/payment",
                Map.of(
                    "account",
                    Map.of("id", subject.account()),
                    "paymentMethod",
                    Map.of("name", "counter"),
                    "totalAmount",
                    Map.of("unit", "CNY", "value", java.math.BigDecimal.valueOf(fen, 2))),
                Map.of("Idempotency-Key", "pay-" + what + "-" + subject.number()));
    answer.fine();
  }
}
