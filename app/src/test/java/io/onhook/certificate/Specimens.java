package io.onhook.certificate;

import io.onhook.shared.CaseReference;
import io.onhook.shared.Iccid;
import io.onhook.shared.Money;
import io.onhook.shared.Msisdn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/** Facts to prove in tests; nobody's. */
final class Specimens {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final Instant ENDED = Instant.parse("2026-11-22T16:15:30Z");
  static final CaseReference REFERENCE = CaseReference.random(new Random(1));

  private Specimens() {}

  static CertificateFacts facts() {
    return facts("张伟");
  }

  static CertificateFacts facts(String holder) {
    return new CertificateFacts(
        REFERENCE,
        Msisdn.of("+8619900000001"),
        new Iccid("89860000000000000012"),
        "Smart 不限流量卡",
        holder,
        ENDED,
        SHANGHAI,
        Instant.parse("2027-02-20T16:00:00Z"),
        Money.of("CNY", -3650),
        Money.of("CNY", 3650));
  }

  static ReceiptFacts receipt() {
    return new ReceiptFacts(
        REFERENCE,
        "submission",
        new Words("注销申请回执", "Receipt of a Cancellation Request"),
        ENDED,
        SHANGHAI,
        List.of(
            new ReceiptFacts.Line(new Words("移动号码", "Number"), Words.same("+8619900000001")),
            new ReceiptFacts.Line(
                new Words("终止方式", "End date"), new Words("尽快终止", "as soon as possible"))));
  }
}
