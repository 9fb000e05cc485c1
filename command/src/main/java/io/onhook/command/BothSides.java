package io.onhook.command;

import io.onhook.stand.Http;
import io.onhook.stand.Operator;
import io.onhook.stand.Said;
import io.onhook.stand.Screen;
import io.onhook.stand.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Compares what the product says with what the operator's own systems and journal say: a checker
 * that reads only one side can't see a call made twice.
 */
final class BothSides {
  // Asked each time: a restarted operator may run its HLR on another address.
  private final Supplier<Operator.Listening> operator;
  private final Subject subject;
  private final Screen screen;
  private final Http systems;
  private final Map<String, String> before;
  private final String imsi;

  /** Looks at the HLR before anything happens. */
  BothSides(Supplier<Operator.Listening> operator, Subject subject, Screen screen) {
    this.operator = operator;
    this.subject = subject;
    this.screen = screen;
    this.systems = new Http(operator.get().address(), Map.of());
    try (Hlr hlr = Hlr.of(operator.get())) {
      must(hlr.about(subject.msisdn()).contains(subject.msisdn()), "the HLR knows the number");
      before = hlr.everybody();
    }
    imsi =
        before.entrySet().stream()
            .filter(subscriber -> subscriber.getValue().contains(subject.msisdn()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> new Said("No subscriber has the number"));
    screen.step("Before: the HLR has %d subscribers, this number among them", before.size());
    must(before.size() >= 1000, "the HLR holds at least 1000 subscribers");
  }

  /** Checks everything that the end of a line has to leave behind. */
  void check(JsonNode found) {
    hlr();
    inventory();
    money(found);
    onceEach();
    notices(found);
  }

  private void hlr() {
    try (Hlr hlr = Hlr.of(operator.get())) {
      String said = hlr.about(subject.msisdn());
      must(
          said.equals("No such subscriber."),
          "the HLR no longer knows the number, it says: " + said);
      Map<String, String> after = hlr.everybody();
      Map<String, String> others = new TreeMap<>(before);
      others.remove(imsi);
      must(after.equals(others), "all other subscribers are as before");
      screen.step("HLR:     %s (all %d others are untouched)", said, after.size());
    }
  }

  private void inventory() {
    String status =
        systems
            .get("/tmf-api/productInventory/v4/product/" + subject.line())
            .json()
            .path("status")
            .asString();
    must(status.equals("terminated"), "the inventory says terminated, it says: " + status);
    screen.step("BSS:     %s", status);
  }

  private void money(JsonNode found) {
    List<JsonNode> refunds =
        systems
            .get("/tmf-api/payment/v4/refund?account.id=" + subject.account())
            .json()
            .valueStream()
            .filter(
                refund -> refund.path("account").path("id").asString().equals(subject.account()))
            .toList();
    if (!found.has("refund")) {
      must(refunds.isEmpty(), "nothing is to be refunded, and nothing was");
      return;
    }
    must(refunds.size() == 1, "one refund was made, there are " + refunds.size());
    JsonNode refund = refunds.getFirst();
    must(refund.path("status").asString().equals("done"), "the refund arrived: " + refund);
    must(
        refund
                .path("totalAmount")
                .path("value")
                .decimalValue()
                .compareTo(new java.math.BigDecimal(found.path("refund").path("value").asString()))
            == 0,
        "both sides name the same amount: " + refund);
    screen.step("Refund:  %s, once, arrived", Walk.money(found.path("refund")));
  }

  /** In the operator's journal each effect key did something once; what came again was replayed. */
  private void onceEach() {
    List<JsonNode> journal = new ArrayList<>();
    for (String line : systems.get("/sandbox/journal?since=0").fine().text().split("\n", -1)) {
      if (!line.isBlank()) {
        journal.add(Http.JSON.readTree(line));
      }
    }
    Map<String, Long> effects =
        journal.stream()
            .filter(entry -> entry.path("key").isString())
            .filter(entry -> !entry.path("replayed").asBoolean(false))
            .filter(entry -> entry.path("changed").asInt() > 0)
            .collect(
                Collectors.groupingBy(
                    entry ->
                        entry.path("operation").asString() + " " + entry.path("key").asString(),
                    TreeMap::new,
                    Collectors.counting()));
    effects.forEach((effect, times) -> must(times == 1, effect + " happened once, not " + times));
    long deletions =
        journal.stream()
            .filter(entry -> entry.path("operation").asString().equals("hlr.ctrl"))
            .filter(
                entry ->
                    entry.path("arguments").path("request").asString().endsWith(" " + imsi)
                        && entry.path("arguments").path("request").asString().contains("delete"))
            .filter(entry -> entry.path("result").path("answer").asString().startsWith("SET_REPLY"))
            .count();
    must(deletions <= 1, "the HLR deleted once, not " + deletions);
    screen.step("Journal: %d remote effects, each once", effects.size());
  }

  private void notices(JsonNode found) {
    String reference = found.path("reference").asString();
    List<JsonNode> letters =
        systems
            .get("/sandbox/inbox?to=" + subject.email())
            .json()
            .valueStream()
            .filter(letter -> letter.toString().contains(reference))
            .toList();
    must(!letters.isEmpty(), "the holder was told by e-mail");
    screen.step("Inbox:   %d messages to %s", letters.size(), subject.email());
  }

  static void must(boolean holds, String what) {
    if (!holds) {
      throw new Said("NOT SO: " + what);
    }
  }
}
