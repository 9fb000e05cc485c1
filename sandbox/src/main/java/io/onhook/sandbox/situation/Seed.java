package io.onhook.sandbox.situation;

import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.hlr.Subscribers;
import io.onhook.sandbox.situation.Catalogue.Plain;
import io.onhook.sandbox.situation.Catalogue.Plan;
import io.onhook.sandbox.situation.Catalogue.Situation;
import io.onhook.sandbox.tmf.BillingCurrency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fills an empty book from the catalogue: parties, lines, accounts, bills, HLR subscribers. */
public final class Seed implements Consumer<Draft> {
  /** The HLR has at least this many subscribers, so that a mistake has somebody to hit. */
  private static final int LEAST_SUBSCRIBERS = 1100;

  private static final int FIRST_FILLER = 500_000;

  private final Catalogue catalogue;

  private final String currency;

  /**
   * @param currency in which all amounts are, ISO 4217
   */
  public Seed(Catalogue catalogue, String currency) {
    this.catalogue = catalogue;
    this.currency = currency;
  }

  /** All lines in the order of their numbers: the reviewed ones, then the plain ones. */
  public static List<Situation> lines(Catalogue catalogue) {
    List<Situation> lines = new ArrayList<>(catalogue.lines());
    Plain plain = catalogue.plain();
    for (int i = 0; i < plain.count(); i++) {
      String plan = plain.plans().get(i % plain.plans().size());
      lines.add(plain(plan, catalogue.plans().get(plan), i + 1));
    }
    return lines;
  }

  @Override
  public void accept(Draft draft) {
    BillingCurrency.begin(draft, currency);
    Map<String, String> parties = new LinkedHashMap<>();
    catalogue
        .holders()
        .forEach(
            (name, holder) -> parties.put(name, PartySeed.put(draft, parties.size() + 1, holder)));
    List<Situation> lines = lines(catalogue);
    Map<String, String> numbers = new LinkedHashMap<>();
    for (Situation line : lines) {
      numbers.put(line.situation(), LineSeed.id(numbers.size() + 1));
    }
    int number = 0;
    for (Situation line : lines) {
      number++;
      String party =
          parties.computeIfAbsent(
              line.holder(),
              name -> PartySeed.put(draft, parties.size() + 1, plainHolder(name, parties.size())));
      new LineSeed(draft, catalogue, line, number, party, parties, numbers).put();
      if (!line.statusOrActive().equals("terminated")) {
        boolean enabled = !line.statusOrActive().equals("suspended");
        Subscribers.add(draft, Specimen.imsi(number), Specimen.msisdn(number), enabled);
      }
    }
    for (int i = number; i < LEAST_SUBSCRIBERS; i++) {
      int filler = FIRST_FILLER + i;
      Subscribers.add(draft, Specimen.imsi(filler), Specimen.msisdn(filler), true);
    }
  }

  private Catalogue.Holder plainHolder(String name, int number) {
    return new Catalogue.Holder(
        catalogue.plain().name(number - catalogue.holders().size()),
        null,
        Specimen.residentId(number),
        name + "@example.com",
        null,
        false,
        null);
  }

  private static Situation plain(String planName, @Nullable Plan plan, int number) {
    boolean prepaid = plan != null && plan.kind().equals("prepaid");
    BigDecimal amount = BigDecimal.valueOf(100 + 137L * number % 9000, 2);
    Map<String, BigDecimal> rates =
        prepaid ? Map.of("prepaid-balance", amount.negate()) : Map.of("plan", amount);
    return new Situation(
        "plain-%03d".formatted(number),
        "普通号码，没有障碍",
        "Plain, nothing in the way",
        planName,
        "plain.%03d".formatted(number),
        null,
        null,
        null,
        rates,
        number % 30,
        null,
        null,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        number % 7 == 0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false);
  }
}
