package io.onhook.trials.node;

import io.onhook.cancellation.Looked;
import io.onhook.cancellation.Reported;
import io.onhook.cancellation.Reports;
import io.onhook.dispute.Disputes;
import io.onhook.dispute.RaiseDispute;
import io.onhook.line.LineId;
import io.onhook.settlement.Bill;
import io.onhook.settlement.Billing;
import io.onhook.shared.Actor;
import io.onhook.shared.Answer;
import io.onhook.shared.Language;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What is asked about a line beside its end: reports, and disputed charges. */
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
    var line = new LineId(it.path("line").asString());
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
}
