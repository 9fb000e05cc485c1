package io.onhook.trials.node;

import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.Need;
import io.onhook.cancellation.Objections;
import io.onhook.cancellation.ReviewDecision;
import io.onhook.clock.ClockKeeper;
import io.onhook.engine.CaseId;
import io.onhook.engine.Cases;
import io.onhook.engine.Engine;
import io.onhook.engine.PersonAnswer;
import io.onhook.engine.StartCase;
import io.onhook.journal.JournalVerifier;
import io.onhook.notice.Notice;
import io.onhook.notice.Notices;
import io.onhook.notice.Template;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does what it is asked, by the product's own doors. */
final class Servant implements Function<JsonNode, JsonNode> {
  private final ApplicationContext context;
  private final Holding holding;
  private final Planting planting;
  private final Cancellations cancellations;
  private final Requests requests;
  private final Asides asides;
  private final Counters counters;
  private final Cases cases;
  private final Clock clock;

  Servant(ApplicationContext context, Holding holding, Planting planting) {
    this.planting = planting;
    this.context = context;
    this.holding = holding;
    this.cancellations = context.getBean(Cancellations.class);
    this.requests = new Requests(context);
    this.asides = new Asides(context);
    this.counters = new Counters(context);
    this.cases = context.getBean(Cases.class);
    this.clock = context.getBean(Clock.class);
  }

  @Override
  public JsonNode apply(JsonNode it) {
    return switch (it.path("do").asString()) {
      case "submit" -> requests.submit(it);
      case "declare" -> requests.declare(it);
      case "match" -> requests.match(it);
      case "tell" -> tell(it);
      case "report" -> asides.report(it);
      case "look-into" -> asides.lookInto(it);
      case "dispute" -> asides.dispute(it);
      case "decide-dispute" -> asides.decideDispute(it);
      case "bar" -> asides.bar(it);
      case "lift" -> asides.lift(it);
      case "switch-code" -> asides.switchCode(it);
      case "redeem" -> asides.redeem(it);
      case "pay-at-window" -> asides.payAtWindow(it);
      case "ticket" -> counters.ticket(it);
      case "let-pass" -> counters.letPass(it);
      case "give-up" -> counters.giveUp(it);
      case "serve" -> counters.serve(it);
      case "decide" -> decide(it);
      case "ask" -> askForMore(it);
      case "object" -> said(context.getBean(Objections.class).object(it.path("link").asString()));
      case "judge" -> judge(it);
      case "retract" -> said(cancellations.retract(reference(it), client(it)));
      case "person" -> person(it);
      case "clock" -> clock(it);
      case "want" -> want(it);
      case "release" -> {
        holding.release(it.path("cell").asString());
        yield empty();
      }
      case "plant" -> {
        planting.plant(Bug.of(it.path("bug").asString()));
        yield empty();
      }
      case "processes" -> Graph.of(context);
      case "verify" -> verify();
      default -> throw new IllegalArgumentException("Not known: " + it);
    };
  }

  static Actor staff(JsonNode it) {
    return Actor.staff(it.path("staff").asString());
  }

  private JsonNode judge(JsonNode it) {
    return said(
        context
            .getBean(Objections.class)
            .decide(reference(it), 1, it.path("founded").asBoolean(), "trial", staff(it)));
  }

  /**
   * Tells somebody something in up to three ways, of which the first ones lead nowhere: the notice
   * module offers that, and no step of the product needs it yet.
   */
  private JsonNode tell(JsonNode it) {
    String id = it.path("notice").asString();
    Function<String, Sealed> sealed =
        address -> context.getBean(Vault.class).seal(KeyName.of("trial", id), address);
    var notice =
        new Notice(
            id,
            Template.REFUND_SENT.text(),
            Language.EN,
            Notice.Channel.EMAIL,
            sealed.apply("no address"),
            Map.of("reference", "trial", "amount", "0"));
    for (int i = 1; i <= it.path("noGood").asInt(); i++) {
      boolean last = i == it.path("noGood").asInt();
      notice =
          notice.orElse(
              Notice.Channel.EMAIL,
              sealed.apply(last ? it.path("email").asString() : "no address either"));
    }
    start(context.getBean(Notices.class).notice(notice));
    return empty();
  }

  private <C> void start(StartCase<C> wish) {
    cases.start(wish.process(), wish.caseKey(), wish.state(), Actor.SYSTEM);
  }

  private JsonNode decide(JsonNode it) {
    ReviewDecision decision =
        it.path("approve").asBoolean()
            ? new ReviewDecision.Approve("")
            : new ReviewDecision.NotApprove(List.of(ReviewDecision.Reason.DOCUMENT_UNREADABLE), "");
    Actor staff = staff(it);
    return said(cancellations.decide(reference(it), decision, staff));
  }

  private JsonNode askForMore(JsonNode it) {
    return said(
        cancellations.decide(
            reference(it),
            new ReviewDecision.AskForMore(List.of(Need.CLEAR_PICTURE), ""),
            staff(it)));
  }

  private JsonNode person(JsonNode it) {
    return said(
        cases.answer(
            new CaseId(it.path("case").asLong()),
            PersonAnswer.valueOf(it.path("answer").asString()),
            "trial",
            Actor.staff("operations")));
  }

  private JsonNode clock(JsonNode it) {
    ClockKeeper keeper = context.getBean(ClockKeeper.class);
    String to = it.path("now").asString("");
    boolean follows = to.isEmpty() ? keeper.advance(Duration.ZERO) : keeper.set(Instant.parse(to));
    context.getBean(Engine.class).wake();
    return empty().put("now", clock.instant().toString()).put("operatorFollows", follows);
  }

  private JsonNode want(JsonNode it) {
    var cells = new HashSet<String>();
    it.path("cells").forEach(cell -> cells.add(cell.asString()));
    holding.want(cells);
    return empty();
  }

  private JsonNode verify() {
    var verdict = context.getBean(JournalVerifier.class).verify();
    ObjectNode told = empty().put("entries", verdict.entries()).put("roots", verdict.roots());
    var findings = told.putArray("findings");
    verdict.findings().forEach(finding -> findings.add(finding.toString()));
    return told;
  }

  static CaseReference reference(JsonNode it) {
    return CaseReference.typed(it.path("reference").asString());
  }

  static Actor client(JsonNode it) {
    return Actor.api(it.path("client").asString("trial"));
  }

  static ObjectNode said(Object answer) {
    return empty().put("answer", answer.getClass().getSimpleName()).put("said", answer.toString());
  }

  static ObjectNode empty() {
    return Line.JSON.createObjectNode();
  }
}
