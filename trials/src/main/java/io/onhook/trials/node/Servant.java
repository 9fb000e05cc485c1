package io.onhook.trials.node;

import io.onhook.cancellation.CancelLine;
import io.onhook.cancellation.CancellationRefusal;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.CheckAnswer;
import io.onhook.cancellation.Confirmation;
import io.onhook.cancellation.Contact;
import io.onhook.cancellation.Declarations;
import io.onhook.cancellation.DeclareAnswer;
import io.onhook.cancellation.Declared;
import io.onhook.cancellation.Need;
import io.onhook.cancellation.Objections;
import io.onhook.cancellation.ReviewDecision;
import io.onhook.cancellation.SubmitAnswer;
import io.onhook.clock.ClockKeeper;
import io.onhook.engine.CaseId;
import io.onhook.engine.Cases;
import io.onhook.engine.Engine;
import io.onhook.engine.PersonAnswer;
import io.onhook.engine.StartCase;
import io.onhook.journal.JournalVerifier;
import io.onhook.line.LineId;
import io.onhook.notice.Notice;
import io.onhook.notice.Notices;
import io.onhook.notice.Template;
import io.onhook.policy.Fate;
import io.onhook.policy.Packs;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.onhook.shared.Msisdn;
import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does what it is asked, by the product's own doors. */
final class Servant implements Function<JsonNode, JsonNode> {
  /** Longer than any code counts. */
  private static final Duration OLD = Duration.ofHours(2);

  private final ApplicationContext context;
  private final Holding holding;
  private final Planting planting;
  private final Cancellations cancellations;
  private final Declarations declarations;
  private final Asides asides;
  private final Cases cases;
  private final Clock clock;
  private final ZoneId zone;

  Servant(ApplicationContext context, Holding holding, Planting planting) {
    this.planting = planting;
    this.context = context;
    this.holding = holding;
    this.cancellations = context.getBean(Cancellations.class);
    this.asides = new Asides(context);
    this.cases = context.getBean(Cases.class);
    this.clock = context.getBean(Clock.class);
    this.declarations = context.getBean(Declarations.class);
    this.zone = context.getBean(Packs.class).current().zone();
  }

  @Override
  public JsonNode apply(JsonNode it) {
    return switch (it.path("do").asString()) {
      case "submit" -> submit(it);
      case "declare" -> declare(it);
      case "match" -> match(it);
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
            endsOn(it),
            contact,
            account.isEmpty() ? null : account,
            Language.ZH_CN,
            it.path("online").asBoolean() ? "web" : "api",
            null,
            bundle(it));
    SubmitAnswer answer =
        it.path("online").asBoolean()
            ? online(request, it.path("key").asString())
            : cancellations.submit(request, client(it), it.path("key").asString());
    ObjectNode told = said(answer);
    if (answer instanceof SubmitAnswer.Submitted(var reference, var at, var dates, var repeated)) {
      told.put("reference", reference.text())
          .put("receivedAt", at.toString())
          .put("dates", dates.toString())
          .put("repeated", repeated);
    }
    return told;
  }

  /** The same is decided of all that is bundled with the line. */
  private Map<String, Fate> bundle(JsonNode it) {
    Optional<Fate> fate = Fate.of(it.path("bundle").asString(""));
    var line = new LineId(it.path("line").asString());
    return fate.isPresent()
            && cancellations.check(line, null, client(it)) instanceof CheckAnswer.Checked checked
        ? checked.line().bundle().stream()
            .collect(Collectors.toMap(other -> other.id().value(), other -> fate.get()))
        : Map.of();
  }

  static Actor staff(JsonNode it) {
    return Actor.staff(it.path("staff").asString());
  }

  /**
   * As the portal does it: the holder looks, gets a code for exactly that, and sends. Before that
   * somebody tries with a code for another account, with an old one, and with one of the case's
   * contact; what they prove is named as a thief's.
   */
  private SubmitAnswer online(CancelLine request, String key) {
    return switch (cancellations.check(request.line(), request.endsOn(), Actor.api("trial"))) {
      case CheckAnswer.Checked checked -> {
        Actor holder = Actor.holder(checked.line().holder().partyId());
        String content = cancellations.content(request, checked.eligibility().quote());
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        Confirmation good = code(id, Confirmation.Via.LINE, now, content);
        int tries = 0;
        for (Confirmation thief :
            List.of(
                code("thief-1-" + id, Confirmation.Via.LINE, now, content + "0"),
                code("thief-2-" + id, Confirmation.Via.LINE, now.minus(OLD), content),
                code("thief-3-" + id, Confirmation.Via.CONTACT, now, content))) {
          cancellations.submit(request, holder, key + "-thief-" + ++tries, thief);
        }
        yield cancellations.submit(request, holder, key, good);
      }
      case CheckAnswer.NoSuchLine none ->
          new SubmitAnswer.Refused(List.of(new CancellationRefusal.NoSuchLine()));
      case CheckAnswer.PartnerUnavailable(var fault) -> new SubmitAnswer.PartnerUnavailable(fault);
    };
  }

  private static Confirmation code(String id, Confirmation.Via via, Instant at, String content) {
    return new Confirmation(id, Confirmation.Kind.STEP_UP, via, at, content);
  }

  private JsonNode judge(JsonNode it) {
    return said(
        context
            .getBean(Objections.class)
            .decide(reference(it), 1, it.path("founded").asBoolean(), "trial", staff(it)));
  }

  /** The last day that is asked for; null for the earliest possible. */
  private @Nullable LocalDate endsOn(JsonNode it) {
    int ahead = it.path("daysAhead").asInt();
    return ahead == 0 ? null : LocalDate.ofInstant(clock.instant(), zone).plusDays(ahead);
  }

  private JsonNode declare(JsonNode it) {
    boolean atOnce = it.path("atOnce").asBoolean();
    var declared =
        new Declared(
            atOnce ? Declared.Kind.EXTRAORDINARY : Declared.Kind.ORDINARY,
            atOnce ? "moved abroad" : "",
            it.path("holder").asString(),
            it.path("number").asString(),
            endsOn(it),
            it.path("email").asString(),
            Language.EN,
            "notice",
            "as soon as possible");
    DeclareAnswer answer = declarations.declare(declared, it.path("key").asString());
    ObjectNode told = empty().put("answer", answer.getClass().getSimpleName());
    if (answer instanceof DeclareAnswer.Received(var reference, var at, var content)) {
      told.put("reference", reference.text()).put("receivedAt", at.toString());
    }
    return told;
  }

  private JsonNode match(JsonNode it) {
    return said(
        declarations.match(
            reference(it),
            Msisdn.of(it.path("number").asString()),
            it.path("atOnce").asBoolean(),
            Actor.staff("rita")));
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

  private static Actor client(JsonNode it) {
    return Actor.api(it.path("client").asString("trial"));
  }

  static ObjectNode said(Object answer) {
    return empty().put("answer", answer.getClass().getSimpleName()).put("said", answer.toString());
  }

  static ObjectNode empty() {
    return Line.JSON.createObjectNode();
  }
}
