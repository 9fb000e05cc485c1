package io.onhook.settlement;

import io.onhook.policy.Text;
import io.onhook.shared.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Bills and fees in fen, short to write. */
final class Sums {
  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  static final Ending AT_ONCE = new Ending(NOW, null);

  private Sums() {}

  static Money fen(long minor) {
    return Money.of("CNY", minor);
  }

  static Bill.Charge charge(String bucket, long minor) {
    return new Bill.Charge(bucket, bucket, fen(minor));
  }

  /** A sent bill of which nothing is paid. */
  static Bill bill(Bill.Charge... charges) {
    return paid(0, charges);
  }

  /** A sent bill of which this much is paid. */
  static Bill paid(long minor, Bill.Charge... charges) {
    long sum = Arrays.stream(charges).mapToLong(c -> c.amount().minor()).sum();
    return new Bill("B-1", "sent", List.of(charges), fen(sum - minor), NOW, false);
  }

  static Quote.Fee fee(String reason, long minor) {
    return new Quote.Fee(reason, new Text(Map.of("en", reason)), Text.NONE, fen(minor));
  }
}
