package io.onhook.trials.node;

import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.Contact;
import io.onhook.cancellation.ReviewDecision;
import io.onhook.cancellation.SubmitAnswer;
import io.onhook.clock.ClockKeeper;
import io.onhook.engine.CaseId;
import io.onhook.engine.CaseProcess;
import io.onhook.engine.Cases;
import io.onhook.engine.ChildStep;
import io.onhook.engine.Decision;
import io.onhook.engine.Engine;
import io.onhook.engine.PersonAnswer;
import io.onhook.engine.RemoteStep;
import io.onhook.engine.Step;
import io.onhook.journal.JournalVerifier;
import io.onhook.line.LineId;
import io.onhook.notice.Notice;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does what it is asked, by the product's own doors. */
final class Servant implements Function<JsonNode, JsonNode> {
  private final ApplicationContext context;
  private final Holding holding;
  private final Planting planting;
  private final Cancellations cancellations;
  private final Cases cases;
  private final Clock clock;

  Servant(ApplicationContext context, Holding holding, Planting planting) {
    this.planting = planting;
    this.context = context;
    this.holding = holding;
    this.cancellations = context.getBean(Cancellations.class);
    this.cases = context.getBean(Cases.class);
    this.clock = context.getBean(Clock.class);
  }

  @Override
  public JsonNode apply(JsonNode it) {
    return switch (it.path("do").asString()) {
      case "submit" -> submit(it);
      case "decide" -> decide(it);
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
      case "processes" -> processes();
      case "verify" -> verify();
      default -> throw new IllegalArgumentException("Not known: " + it);
    };
  }

  private JsonNode submit(JsonNode it) {
    String account = it.path("refundAccount").asString("");
    var contact =
        new Contact(
            Notice.Channel.EMAIL, it.path("email").asString(), clock.instant().minusSeconds(60));
    var request =
        new CancelLine(
            new LineId(it.path("line").asString()),
            it.path("holder").asString(),
            "resident-id",
            it.path("document").asString(),
            null,
            contact,
            account.isEmpty() ? null : account,
            Language.ZH_CN,
            "api");
    SubmitAnswer answer = cancellations.submit(request, client(it), it.path("key").asString());
    ObjectNode told = said(answer);
    if (answer instanceof SubmitAnswer.Submitted(var reference, var at, var dates, var repeated)) {
      told.put("reference", reference.text())
          .put("receivedAt", at.toString())
          .put("dates", dates.toString())
          .put("repeated", repeated);
    }
    return told;
  }

  private JsonNode decide(JsonNode it) {
    ReviewDecision decision =
        it.path("approve").asBoolean()
            ? new ReviewDecision.Approve("")
            : new ReviewDecision.NotApprove(List.of(ReviewDecision.Reason.DOCUMENT_UNREADABLE), "");
    Actor staff = Actor.staff(it.path("staff").asString());
    return said(cancellations.decide(reference(it), decision, staff));
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

  /** Every process with its steps, from top to bottom. */
  private JsonNode processes() {
    ObjectNode all = empty();
    for (CaseProcess<?> process : context.getBeansOfType(CaseProcess.class).values()) {
      var steps = all.putArray(process.id());
      for (CaseProcess.Node<?> node : process.nodes()) {
        ObjectNode step = steps.addObject().put("name", node.name());
        switch (node) {
          case CaseProcess.Node.Run<?>(String name, var type, var undo) ->
              step.put("kind", kind(type)).put("undo", undo == null ? "" : kind(undo));
          case CaseProcess.Node.WaitTime<?> wait -> step.put("kind", "time");
          case CaseProcess.Node.WaitSignal<?> wait -> step.put("kind", "signal");
          case CaseProcess.Node.PointOfNoReturn<?> line -> step.put("kind", "line");
        }
      }
    }
    return all;
  }

  private static String kind(@Nullable Class<? extends Step<?>> type) {
    if (type == null) {
      return "";
    }
    return RemoteStep.class.isAssignableFrom(type)
        ? "remote"
        : Decision.class.isAssignableFrom(type)
            ? "decision"
            : ChildStep.class.isAssignableFrom(type) ? "child" : "local";
  }

  private static CaseReference reference(JsonNode it) {
    return CaseReference.typed(it.path("reference").asString());
  }

  private static Actor client(JsonNode it) {
    return Actor.api(it.path("client").asString("trial"));
  }

  private static ObjectNode said(Object answer) {
    return empty().put("answer", answer.getClass().getSimpleName()).put("said", answer.toString());
  }

  private static ObjectNode empty() {
    return Line.JSON.createObjectNode();
  }
}
