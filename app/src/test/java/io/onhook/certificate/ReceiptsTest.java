package io.onhook.certificate;

import static io.onhook.certificate.Specimens.ENDED;
import static io.onhook.certificate.Specimens.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReceiptsTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final TestCertificates module =
      TestCertificates.on(
          database, TestVault.on(database), new SettableClock(ENDED.plusSeconds(1)));
  private final Receipts receipts = module.receipts();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database.application()));

  @Test
  void existsOnlyIfWhatItConfirmsIsDurable() {
    transaction.executeWithoutResult(
        status -> {
          receipts.issue(Specimens.receipt());
          status.setRollbackOnly();
        });
    assertThat(receipts.standing(REFERENCE, "submission")).isEmpty();
    ProofNumber issued = transaction.execute(status -> receipts.issue(Specimens.receipt()));
    assertThat(receipts.standing(REFERENCE, "submission")).hasValue(issued);
    assertThat(receipts.issue(Specimens.receipt())).isEqualTo(issued);
  }

  @Test
  void isVerifiedByItsNumber() {
    ProofNumber number = receipts.issue(Specimens.receipt());
    assertThat(module.certificates().verify(number.text()))
        .isInstanceOfSatisfying(
            Verification.ValidReceipt.class,
            receipt -> {
              assertThat(receipt.receivedAt()).isEqualTo(ENDED);
              assertThat(receipt.title().en()).isEqualTo("Receipt of a Cancellation Request");
            });
  }

  @Test
  void saysWordForWordWhatWasReceived() throws Exception {
    receipts.issue(Specimens.receipt());
    PdfFile pdf = PdfFile.of(receipts.pdf(REFERENCE, "submission").orElseThrow());
    assertThat(pdf.text())
        .contains(
            "注销申请回执",
            "Receipt of a Cancellation Request",
            REFERENCE.text(),
            "2026年11月23日 00:15:30",
            "23 November 2026 00:15:30",
            "+8619900000001",
            "尽快终止",
            "as soon as possible");
    assertThat(pdf.pdfsig()).contains("Signature is Valid", "Total document signed");
  }

  @Test
  void aLongOneRunsOverSeveralPages() throws Exception {
    ReceiptFacts facts = Specimens.receipt();
    List<ReceiptFacts.Line> lines =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    new ReceiptFacts.Line(
                        new Words("第" + i + "项", "Item " + i), Words.same("#" + i)))
            .toList();
    receipts.issue(
        new ReceiptFacts(
            facts.reference(), "long", facts.title(), facts.receivedAt(), facts.zone(), lines));
    PdfFile pdf = PdfFile.of(receipts.pdf(REFERENCE, "long").orElseThrow());
    assertThat(pdf.text()).contains("第0项", "#0", "第59项", "Item 59", "#59");
    assertThat(pdf.pdfsig()).contains("Signature is Valid", "Total document signed");
    assertThat(pdf.offencesAgainstPdfA()).isEmpty();
  }
}
