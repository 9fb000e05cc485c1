package io.onhook.settlement;

import io.onhook.policy.MoneyRule;
import io.onhook.policy.Pack;
import io.onhook.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The final bill beside the quote that was promised.
 *
 * <p>Until the end the line works and is billed as usual, so the pack names the kinds of amount
 * that may move: usage, a balance that is spent or topped up. Of everything else, what turned out
 * worse for the holder than promised, or brings more money back than promised, is looked at by a
 * person before money moves. What turned out cheaper is not.
 *
 * @param promised the quote that the holder agreed to
 * @param actual reckoned from the final bill
 * @param differences what a person must look at; empty if the promise was kept
 */
public record FinalStatement(Quote promised, Quote actual, List<Difference> differences) {
  /**
   * @param key bucket or reason of the fee
   * @param promised its sum in the quote; positive is owed, negative is the holder's
   * @param actual its sum in the final bill
   */
  public record Difference(String key, Money promised, Money actual) {}

  /** Whether money waits for a person. */
  public boolean needsPerson() {
    return !differences.isEmpty() || actual.needsPerson();
  }

  public static FinalStatement compare(Pack pack, Quote promised, Quote actual) {
    var keys = new TreeSet<String>();
    for (Quote quote : List.of(promised, actual)) {
      quote.lines().stream().filter(FinalStatement::counts).map(Quote.Line::key).forEach(keys::add);
    }
    var differences = new ArrayList<Difference>();
    for (String key : keys) {
      MoneyRule.Bucket bucket = pack.money().buckets().get(key);
      if (bucket != null && bucket.moves()) {
        continue;
      }
      long before = sum(promised, key);
      long after = sum(actual, key);
      boolean dearer = after > before;
      boolean paysMore = after < before && after < 0;
      if (dearer || paysMore) {
        differences.add(
            new Difference(
                key, Money.of(pack.currency(), before), Money.of(pack.currency(), after)));
      }
    }
    return new FinalStatement(promised, actual, List.copyOf(differences));
  }

  /** Payments and write-offs follow from the rest; what the holder never gets is not promised. */
  private static boolean counts(Quote.Line line) {
    return switch (line.kind()) {
      case OWED, FEE, OFFSET, REFUNDABLE -> true;
      case PAID, KEPT, UNCLEAR, DISPUTED, WRITTEN_OFF -> false;
    };
  }

  private static long sum(Quote quote, String key) {
    return quote.lines().stream()
        .filter(line -> counts(line) && line.key().equals(key))
        .mapToLong(line -> line.amount().minor())
        .reduce(0, Math::addExact);
  }
}
