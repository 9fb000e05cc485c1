package io.onhook.certificate;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.onhook.certificate.Sheet.Row;
import io.onhook.shared.Iccid;
import io.onhook.shared.Money;
import io.onhook.shared.Msisdn;
import java.util.ArrayList;
import java.util.List;

/** A certificate's facts in words. */
final class CertificateSheet {
  private CertificateSheet() {}

  static Sheet of(Proof<CertificateFacts> proof) {
    CertificateFacts facts = proof.facts();
    Words ended = PlainTime.time(facts.endedAt(), facts.zone());
    Words rests = PlainTime.date(facts.restsUntil(), facts.zone());
    List<Row> rows = new ArrayList<>();
    rows.add(row("移动号码", "Number", Words.same(facts.number().e164())));
    rows.add(row("登记机主", "Holder", Words.same(facts.holder())));
    rows.add(row("套餐", "Plan", Words.same(facts.plan())));
    if (facts.sim() != null) {
      rows.add(row("SIM 卡", "SIM", Words.same(masked(facts.sim()))));
    }
    rows.add(row("终止时间", "Ended", PlainTime.moment(facts.endedAt(), facts.zone())));
    rows.add(row("最终账单", "Final bill", bill(facts.finalBill())));
    rows.add(row("应退金额", "Refund due", refund(facts.refund())));
    rows.add(row("冻结至", "Rests until", rests));
    rows.add(row("办理编号", "Case", Words.same(facts.reference().text())));
    rows.add(row("开具时间", "Issued", PlainTime.moment(proof.issuedAt(), facts.zone())));
    return new Sheet(
        proof.number(),
        proof.issuer(),
        new Words("移动号码注销证明", "Certificate of an Ended Mobile Line"),
        new Words("证明编号", "Certificate number"),
        new Words("兹证明：下列移动线路已终止，注销完成。", "We certify that this mobile line has ended."),
        Words.same(spoken(facts.number())),
        new Words("终止于 " + ended.zh(), "ended on " + ended.en()),
        rows,
        new Words(
            "该号码日后会分配给他人。请在" + rests.zh() + "之前，解除它与银行、社交、邮箱等账户的绑定。",
            "This number will later be given to somebody else. Before "
                + rests.en()
                + ", remove it from your bank, chat, e-mail and other accounts."),
        new Words("已注销", "ENDED"));
  }

  private static Row row(String zh, String en, Words value) {
    return new Row(new Words(zh, en), value);
  }

  private static Words bill(Money total) {
    return total.isNegative()
        ? new Words(total + "（贷方余额）", total + " (credit)")
        : Words.same(total.toString());
  }

  private static Words refund(Money refund) {
    return refund.isZero() ? new Words("无", "none") : Words.same(refund.toString());
  }

  private static String masked(Iccid sim) {
    String digits = sim.digits();
    return digits.substring(0, 6) + "••••••" + digits.substring(digits.length() - 4);
  }

  /** In groups, as people read a number out. */
  private static String spoken(Msisdn number) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.format(numbers.parse(number.e164(), null), PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      // Not in any numbering plan that the library knows: its plain form is right in any case.
      return number.e164();
    }
  }
}
