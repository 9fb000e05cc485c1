package io.onhook.settlement;

import io.onhook.policy.MoneyRule;
import io.onhook.policy.Pack;
import io.onhook.policy.Text;
import io.onhook.settlement.Quote.Kind;
import io.onhook.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The working sheet of one quote: lines are added, offsets settled, sums read. */
final class Sheet {
  private static final Text PAID =
      new Text(
          Map.of("en", "Already paid", "zh-CN", "已支付", "de", "Schon bezahlt", "fr", "Déjà payé"));
  private static final Text OVERPAID =
      new Text(
          Map.of(
              "en",
              "Paid too much",
              "zh-CN",
              "多付的款项",
              "de",
              "Zu viel gezahlt",
              "fr",
              "Payé en trop"));
  private static final Text OVERPAID_WHY =
      new Text(
          Map.of(
              "en",
              "You paid more than the bill; it is your money.",
              "zh-CN",
              "您付的比账单多，这笔钱是您的。",
              "de",
              "Sie haben mehr gezahlt, als auf der Rechnung stand; das Geld gehört Ihnen.",
              "fr",
              "Vous avez payé plus que la facture ; cet argent est à vous."));
  private static final Text OTHER =
      new Text(
          Map.of(
              "en",
              "Other amounts on the bill",
              "zh-CN",
              "账单上的其他款项",
              "de",
              "Andere Posten der Rechnung",
              "fr",
              "Autres sommes de la facture"));
  private static final Text UNCLEAR_WHY =
      new Text(
          Map.of(
              "en",
              "We do not know this kind of credit. A person will look at it.",
              "zh-CN",
              "系统不认识这类余额，将由工作人员核对。",
              "de",
              "Diese Art von Guthaben kennen wir nicht. Ein Mensch sieht sie sich an.",
              "fr",
              "Nous ne connaissons pas ce type de crédit. Une personne va l’examiner."));

  private final Pack pack;
  private final List<Quote.Line> lines = new ArrayList<>();

  Sheet(Pack pack) {
    this.pack = pack;
  }

  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Every charge and credit of the bill, and the payments that its remaining amount implies. */
  void add(Bill bill) {
    if (bill.state().equals("settled") && !bill.isFinal() && bill.due().isZero()) {
      return;
    }
    long debits = 0;
    long credits = 0;
    for (Bill.Charge charge : bill.charges()) {
      long amount = minor(charge.amount());
      if (amount > 0) {
        debits = Math.addExact(debits, amount);
        add(Kind.OWED, charge.bucket(), plain(charge.text()), Text.NONE, amount);
      } else if (amount < 0) {
        credits = Math.addExact(credits, amount);
        addCredit(charge, amount);
      }
    }
    addPayments(debits, Math.subtractExact(Math.addExact(debits, credits), minor(bill.due())));
  }

  /** What the bill's lines do not explain: paid already, paid too much, or owed besides. */
  private void addPayments(long debits, long unexplained) {
    if (unexplained < 0) {
      add(Kind.OWED, "other", OTHER, Text.NONE, -unexplained);
    } else if (unexplained > 0) {
      long used = Math.min(unexplained, debits);
      if (used > 0) {
        add(Kind.PAID, "paid", PAID, Text.NONE, -used);
      }
      if (unexplained > used) {
        add(Kind.REFUNDABLE, "overpaid", OVERPAID, OVERPAID_WHY, used - unexplained);
      }
    }
  }

  private void addCredit(Bill.Charge charge, long amount) {
    MoneyRule.Bucket rule = pack.money().buckets().get(charge.bucket());
    if (rule == null) {
      add(Kind.UNCLEAR, charge.bucket(), plain(charge.text()), UNCLEAR_WHY, amount);
      return;
    }
    Kind kind =
        switch (rule.onEnd()) {
          case REFUND -> Kind.REFUNDABLE;
          case OFFSET -> Kind.OFFSET;
          case KEEP -> Kind.KEPT;
        };
    add(kind, charge.bucket(), rule.title(), rule.reason(), amount);
  }

  void add(Quote.Line line) {
    minor(line.amount());
    lines.add(line);
  }

  void add(Kind kind, String key, Text text, Text why, long minor) {
    lines.add(new Quote.Line(kind, key, text, why, Money.of(pack.currency(), minor)));
  }

  /** An offset beyond what is owed ends with the line: that part becomes a kept credit. */
  void settleOffsets() {
    long left = sum(Kind.OWED) + sum(Kind.PAID) + sum(Kind.FEE);
    for (int i = 0; i < lines.size(); i++) {
      Quote.Line line = lines.get(i);
      if (line.kind() != Kind.OFFSET) {
        continue;
      }
      long credit = -line.amount().minor();
      long used = Math.min(credit, left);
      left -= used;
      if (used == credit) {
        continue;
      }
      lines.set(i, part(line, Kind.KEPT, used - credit));
      if (used > 0) {
        lines.add(i++, part(line, Kind.OFFSET, -used));
      }
    }
  }

  private Quote.Line part(Quote.Line line, Kind kind, long minor) {
    Money amount = Money.of(pack.currency(), minor);
    return new Quote.Line(kind, line.key(), line.text(), line.why(), amount);
  }

  List<Quote.Line> lines() {
    return lines;
  }

  /** What the holder owes in the end; negative is what comes back. */
  long net() {
    return sum(Kind.OWED)
        + sum(Kind.PAID)
        + sum(Kind.FEE)
        + sum(Kind.OFFSET)
        + sum(Kind.REFUNDABLE)
        + sum(Kind.DISPUTED);
  }

  long sum(Kind kind) {
    long sum = 0;
    for (Quote.Line line : lines) {
      sum = line.kind() == kind ? Math.addExact(sum, line.amount().minor()) : sum;
    }
    return sum;
  }

  private long minor(Money amount) {
    return Money.zero(pack.currency()).plus(amount).minor();
  }

  /** The operator's own words on a bill have no translation. */
  private static Text plain(String text) {
    return new Text(Map.of("en", text, "zh-CN", text));
  }
}
