package io.onhook.certificate;

import io.onhook.certificate.Sheet.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A receipt's facts in words. */
final class ReceiptSheet {
  private ReceiptSheet() {}

  static Sheet of(Proof<ReceiptFacts> proof) {
    return of(proof, List.of());
  }

  /**
   * @param more what is printed below the facts, and is none of them
   */
  static Sheet of(Proof<ReceiptFacts> proof, List<ReceiptFacts.Line> more) {
    ReceiptFacts facts = proof.facts();
    Words received = PlainTime.time(facts.receivedAt(), facts.zone());
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(new Words("办理编号", "Case"), Words.same(facts.reference().text())));
    rows.add(
        new Row(new Words("收到时间", "Received"), PlainTime.moment(facts.receivedAt(), facts.zone())));
    Stream.concat(facts.lines().stream(), more.stream())
        .forEach(line -> rows.add(new Row(line.label(), line.value())));
    return new Sheet(
        proof.number(),
        proof.issuer(),
        facts.title(),
        new Words("回执编号", "Receipt number"),
        new Words("我们已收到以下内容。请妥善保存本回执。", "We received the following. Please keep this."),
        Words.same(facts.reference().text()),
        new Words("收到于 " + received.zh(), "received on " + received.en()),
        rows,
        new Words("", ""),
        new Words("已收到", "RECEIVED"));
  }
}
