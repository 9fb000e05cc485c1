package io.onhook.cancellation;

import io.onhook.certificate.ReceiptFacts;
import io.onhook.certificate.Receipts;
import io.onhook.certificate.Words;
import io.onhook.policy.Pack;
import io.onhook.policy.Packs;
import io.onhook.settlement.Quote;
import io.onhook.shared.CaseReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** The signed confirmation that a request was received: what was asked for, when, and promised. */
@Component
final class RequestReceipt {
  /** One receipt of this topic for each case. */
  static final String TOPIC = "submission";

  private final Receipts receipts;
  private final CaseSecrets secrets;
  private final Packs packs;

  RequestReceipt(Receipts receipts, CaseSecrets secrets, Packs packs) {
    this.receipts = receipts;
    this.secrets = secrets;
    this.packs = packs;
  }

  /** Issues it in the transaction that stores the request. */
  void issue(Cancellation it) {
    Pack pack = it.terms().pack(packs);
    receipts.issue(
        new ReceiptFacts(
            it.reference(),
            TOPIC,
            new Words("注销申请回执", "Receipt of a cancellation request"),
            it.terms().receivedAt(),
            pack.zone(),
            lines(it, pack)));
  }

  private List<ReceiptFacts.Line> lines(Cancellation it, Pack pack) {
    Quote quote = it.terms().promised();
    String lastDay = pack.days().lastDayBefore(it.endsAt()).toString();
    var lines = new ArrayList<ReceiptFacts.Line>();
    Collections.addAll(
        lines,
        line("号码", "Number", it.subject().maskedNumber()),
        line("套餐", "Plan", it.subject().planName()),
        line("机主", "Holder", secrets.open(it.applicant().name())),
        applicant(it.applicant()),
        line("号码使用至", "The line works until", lastDay),
        line("预计应缴", "To pay, as quoted", quote.toPay().toString()),
        line("预计退款", "To be paid back, as quoted", quote.toRefund().toString()));
    if (quote.disputed().isPositive()) {
      lines.add(line("有异议，暂不收取", "Disputed, set aside", quote.disputed().toString()));
    }
    for (Dependant hung : it.family().dependants()) {
      lines.add(
          new ReceiptFacts.Line(
              Words.same(hung.name()),
              new Words(Choosing.chinese(hung.fate()), Choosing.word(hung.fate()))));
    }
    CaseReference main = it.family().main();
    if (main != null) {
      lines.add(line("随主卡一起注销，主申请", "Ends with the request", main.text()));
    }
    return List.copyOf(lines);
  }

  private ReceiptFacts.Line applicant(Applicant it) {
    OnBehalf who = it.onBehalf();
    return who == null
        ? line("申请人", "Applicant", secrets.open(it.name()))
        : switch (who.acting()) {
          case HOLDER, AGENT -> line("受托人", "Agent, with a mandate", secrets.open(who.name()));
          case HEIR -> line("继承人", "Heir", secrets.open(who.name()));
          case COMPANY -> line("单位经办人", "Sent by the company", secrets.open(who.name()));
          case GUARDIAN -> line("监护人", "Guardian", secrets.open(who.name()));
        };
  }

  private static ReceiptFacts.Line line(String zh, String en, String value) {
    return new ReceiptFacts.Line(new Words(zh, en), Words.same(value));
  }
}
