package io.onhook.trials.node;

import io.onhook.bar.Bar;
import io.onhook.bar.Bars;
import io.onhook.branch.Service;
import io.onhook.branch.Ticket;
import io.onhook.branch.TicketState;
import io.onhook.cancellation.Looked;
import io.onhook.cancellation.RedeemAnswer;
import io.onhook.cancellation.Redeeming;
import io.onhook.cancellation.Reported;
import io.onhook.cancellation.Reports;
import io.onhook.cancellation.SwitchAnswer;
import io.onhook.cancellation.SwitchCodes;
import io.onhook.dispute.Disputes;
import io.onhook.dispute.RaiseDispute;
import io.onhook.line.LineId;
import io.onhook.policy.Switching;
import io.onhook.settlement.Bill;
import io.onhook.settlement.Billing;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.Language;
import io.onhook.shared.Msisdn;
import io.onhook.visit.Payment;
import io.onhook.visit.Tills;
import io.onhook.visit.Visit;
import io.onhook.visit.Visits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is asked about a line beside its end: reports, disputed charges, bars, codes, payments. */
final class Asides {
  private final ApplicationContext context;

  Asides(ApplicationContext context) {
    this.context = context;
  }

  JsonNode report(JsonNode it) {
    var reported =
        new Reported(
            Reported.Kind.NEVER_OPENED,
            it.path("holder").asString(),
            it.path("number").asString(),
            it.path("email").asString(),
            "",
            Language.ZH_CN);
    return Servant.said(context.getBean(Reports.class).take(reported, it.path("key").asString()));
  }

  JsonNode lookInto(JsonNode it) {
    boolean told =
        context
            .getBean(Reports.class)
            .lookedInto(Servant.reference(it), Looked.NOTHING_FOUND, "trial", Servant.staff(it));
    return Servant.empty().put("told", told);
  }

  /** The first charge that can be disputed; none where there is no such bill. */
  JsonNode dispute(JsonNode it) {
    LineId line = line(it);
    if (!(context.getBean(Billing.class).openBills(line)
        instanceof Answer.Got<List<Bill>>(var bills))) {
      return Servant.empty().put("answer", "PartnerUnavailable");
    }
    for (Bill bill : bills) {
      for (Bill.Charge charge : bill.charges()) {
        if (Disputes.fits(bill, charge)) {
          return Servant.said(
              context
                  .getBean(Disputes.class)
                  .raise(
                      new RaiseDispute(
                          line,
                          bill.id(),
                          Objects.requireNonNull(charge.id()),
                          "never used",
                          Language.ZH_CN),
                      Actor.holder(it.path("party").asString())));
        }
      }
    }
    return Servant.empty().put("answer", "NothingToDispute");
  }

  JsonNode decideDispute(JsonNode it) {
    return Servant.said(
        context
            .getBean(Disputes.class)
            .decide(
                Servant.reference(it), it.path("upheld").asBoolean(), "trial", Servant.staff(it)));
  }

  JsonNode bar(JsonNode it) {
    return Servant.said(
        context
            .getBean(Bars.class)
            .bar(line(it), Bar.Reason.LOST, "in the tram", Language.ZH_CN, Servant.staff(it)));
  }

  JsonNode lift(JsonNode it) {
    return Servant.said(
        context.getBean(Bars.class).lift(line(it), Bar.Reason.LOST, Servant.staff(it)));
  }

  /** The code that the holder hands to a new operator; empty where none is given. */
  JsonNode switchCode(JsonNode it) {
    SwitchAnswer answer =
        context
            .getBean(SwitchCodes.class)
            .ask(line(it), Switching.Code.STAC, Actor.holder(it.path("party").asString()));
    ObjectNode told = Servant.empty();
    return answer instanceof SwitchAnswer.Given given && given.code() != null
        ? told.put("code", given.code())
        : told;
  }

  JsonNode redeem(JsonNode it) {
    RedeemAnswer answer =
        context
            .getBean(Redeeming.class)
            .redeem(
                Msisdn.of(it.path("number").asString()),
                it.path("code").asString(),
                Actor.api("hub"));
    ObjectNode told = Servant.said(answer);
    return answer instanceof RedeemAnswer.Redeemed redeemed
        ? told.put("reference", redeemed.reference().text())
        : told;
  }

  /** Somebody comes to a window with the case's reference, and pays what it shows. */
  JsonNode payAtWindow(JsonNode it) {
    var visits = context.getBean(Visits.class);
    Actor clerk = Servant.staff(it);
    Visit visit = visits.of(ticket(it), clerk);
    if (visit.line().isEmpty()) {
      return Servant.empty().put("answer", "Unavailable");
    }
    var tills = context.getBean(Tills.class);
    return tills
        .owed(visit, clerk)
        .<JsonNode>map(owed -> Servant.said(tills.pay(visit, owed, Payment.Method.CARD, clerk)))
        .orElseGet(() -> Servant.empty().put("answer", "NothingOwed"));
  }

  /** A trial has no office; what is paid does not ask for one. */
  private static Ticket ticket(JsonNode it) {
    Instant now = Instant.EPOCH;
    return new Ticket(
        it.path("ticket").asLong(),
        "trial",
        "trial",
        LocalDate.EPOCH,
        Service.END_LINE,
        Service.END_LINE.letter(),
        1,
        "counter",
        Language.ZH_CN,
        false,
        Optional.of(Servant.reference(it)),
        now,
        null,
        now,
        0,
        TicketState.SERVING,
        1,
        1,
        now,
        now,
        null);
  }

  private static LineId line(JsonNode it) {
    return new LineId(it.path("line").asString());
  }
}
