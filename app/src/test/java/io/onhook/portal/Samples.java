package io.onhook.portal;

import io.onhook.cancellation.Bound;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.CheckAnswer.Checked;
import io.onhook.cancellation.Eligibility;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.cancellation.Outlook;
import io.onhook.cancellation.PromisedDates;
import io.onhook.cancellation.Standing;
import io.onhook.cancellation.StepView;
import io.onhook.engine.CaseId;
import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.policy.Pack;
import io.onhook.policy.PackFixture;
import io.onhook.settlement.Bill;
import io.onhook.shared.Actor;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Iccid;
import io.onhook.shared.Imsi;
import io.onhook.shared.Language;
import io.onhook.shared.Money;
import io.onhook.shared.Msisdn;
import io.onhook.web.Say;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What pages show, for rendering them; nobody's data. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-22T10:40:00Z");
  public static final Pack PACK = PackFixture.defaultPack().load();
  public static final CaseReference REFERENCE = CaseReference.random(new Random(1));

  private Samples() {}

  /** A model with what every page has, to be added to. */
  public static Map<String, Object> model(Language language) {
    var model = new HashMap<String, Object>();
    Say say = say(language);
    model.put("say", say);
    model.put("guide", Guide.of(PACK, say));
    return model;
  }

  public static Say say(Language language) {
    return new Say(language, PACK.zone());
  }

  /** An amount as this language writes it: {@code 36.50} or {@code 36,50}. */
  public static String amount(Language language, String decimal) {
    return switch (language) {
      case ZH_CN, EN -> decimal;
      case DE, FR -> decimal.replace('.', ',');
    };
  }

  public static Line line(boolean trouble) {
    return new Line(
        new LineId("L-0001"),
        Msisdn.of("+8619900000001"),
        new Imsi("460990000000001"),
        new Iccid("89860990000000000012"),
        Line.SimKind.SIM,
        Line.Status.ACTIVE,
        "Smart 不限流量卡",
        Line.PlanKind.PREPAID,
        false,
        true,
        false,
        false,
        false,
        null,
        LocalDate.of(2023, 5, 1),
        LocalDate.of(2026, 11, 30),
        trouble ? LocalDate.of(2027, 6, 30) : null,
        trouble ? Money.of("CNY", 12000) : null,
        null,
        null,
        trouble,
        trouble,
        null,
        false,
        false,
        false,
        false,
        List.of(),
        List.of(),
        new Line.Holder(
            "P-0001",
            "张伟",
            Line.Holder.Kind.PERSON,
            "resident-id",
            "11010519491231002X",
            false,
            Optional.of("zhang.wei@example.com"),
            Optional.empty()));
  }

  public static Checked checked(boolean trouble) {
    Line line = line(trouble);
    var balance = new Bill.Charge("prepaid-balance", "Balance", Money.of("CNY", -3650));
    var bill = new Bill("B-1", "new", List.of(balance), Money.of("CNY", -3650), NOW, false);
    var eligibility = Eligibility.assess(PACK, Standing.ofHolder(line, List.of(bill)), NOW, null);
    var cny = Money.of("CNY", 500);
    var outlook =
        new Outlook(
            new Outlook.Usage(cny, cny, 3, cny, trouble ? cny : null),
            List.of(
                new Outlook.EndChoice(
                    "earliest", LocalDate.of(2026, 11, 25), cny, cny, cny.minus(cny), null),
                new Outlook.EndChoice(
                    "period-end", LocalDate.of(2026, 11, 30), cny, cny.minus(cny), cny, NOW),
                new Outlook.EndChoice(
                    "term-end", LocalDate.of(2027, 6, 30), cny, cny, cny.minus(cny), null)));
    return new Checked(line, eligibility, dates(), List.of(bill), outlook, Optional.empty());
  }

  public static PromisedDates dates() {
    return new PromisedDates(
        Instant.parse("2026-11-27T16:00:00Z"),
        NOW.plus(Duration.ofHours(72)),
        Instant.parse("2026-11-30T16:00:00Z"),
        Instant.parse("2026-12-15T16:00:00Z"));
  }

  public static CancellationView view(LineTrack line, MoneyTrack money) {
    boolean ended = line == LineTrack.ENDED;
    return new CancellationView(
        REFERENCE,
        new CaseId(7),
        new LineId("L-0001"),
        "P-0001",
        "+86199••••0001",
        "Smart 不限流量卡",
        Language.ZH_CN,
        Actor.holder("P-0001"),
        NOW,
        line,
        money,
        dates(),
        ended ? Optional.of(NOW.plusSeconds(900)) : Optional.empty(),
        ended
            ? Optional.of(Money.of("CNY", money == MoneyTrack.TO_PAY ? 2000 : -3650))
            : Optional.empty(),
        ended && money != MoneyTrack.TO_PAY ? Optional.of(Money.of("CNY", 3650)) : Optional.empty(),
        next(line, money),
        next(line, money).map(what -> NOW.plus(Duration.ofDays(3))),
        line == LineTrack.IN_REVIEW || line == LineTrack.SCHEDULED,
        line == LineTrack.IN_REVIEW ? Optional.of("review") : Optional.empty(),
        line == LineTrack.NOT_APPROVED
            ? new CancellationView.NotApproved(
                List.of("identity-not-proven", "gate.port-out-open", "line-unknown"), "请带上新换的证件。")
            : null,
        ended ? Optional.of("ABCDE-FGHJK-MNPQR-STVWX-YZ012") : Optional.empty(),
        List.of(
            new StepView("tell-received", StepView.State.DONE, NOW, null, null),
            new StepView("confirm-holder", StepView.State.DONE, NOW.plusSeconds(1), null, null),
            new StepView("review", StepView.State.DONE, NOW.plusSeconds(600), null, null),
            new StepView("bar-line", StepView.State.UNDONE, NOW.plusSeconds(700), null, null),
            new StepView("final-bill", StepView.State.AHEAD, null, null, null)),
        Bound.ALONE,
        Optional.empty());
  }

  private static Optional<String> next(LineTrack line, MoneyTrack money) {
    return switch (line) {
      case IN_REVIEW -> Optional.of("decision");
      case SCHEDULED -> Optional.of("end-date");
      case YOUR_TURN -> Optional.of("payment");
      case BEING_ENDED -> Optional.of("end");
      case RETRACTED, NOT_APPROVED -> Optional.empty();
      case ENDED ->
          money == MoneyTrack.ARRIVED || money == MoneyTrack.NOTHING_OPEN
              ? Optional.empty()
              : Optional.of(money == MoneyTrack.TO_PAY ? "payment" : "refund");
    };
  }
}
