package io.onhook.certificate;

import static io.onhook.certificate.Specimens.ENDED;
import static io.onhook.certificate.Specimens.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.shared.Actor;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificatesTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(ENDED.plusSeconds(4));
  private final TestVault vault = TestVault.on(database);
  private final TestCertificates module = TestCertificates.on(database, vault, clock);
  private final Certificates certificates = module.certificates();

  @Test
  void oneCertificateOfACaseStands() throws Exception {
    IssueProof first = certificates.draft(Specimens.facts(), clock.instant());
    IssueProof second = certificates.draft(Specimens.facts(), clock.instant());
    assertThat(first.number()).isNotEqualTo(second.number());
    assertThat(module.write(List.of(first, second))).hasSize(1);
    assertThat(module.write(List.of(second))).containsExactly(0);
    assertThat(module.write(List.of(first))).containsExactly(0);
    assertThat(certificates.standing(REFERENCE)).isPresent();
    assertThat(rows("proof")).isEqualTo(1);
  }

  @Test
  void anyoneVerifiesTheLeastThatProvesIt() throws Exception {
    IssueProof issued = issue();
    assertThat(certificates.verify(issued.number().text().toLowerCase(java.util.Locale.ROOT)))
        .isInstanceOfSatisfying(
            Verification.Valid.class,
            valid -> {
              assertThat(valid.endedAt()).isEqualTo(ENDED);
              assertThat(valid.maskedNumber()).isEqualTo("+86199••••0001");
              assertThat(valid.issuer()).isEqualTo(new Words("示例移动", "Example Mobile"));
              assertThat(valid.fingerprint()).isEqualTo(issued.fingerprint()).hasSize(64);
              assertThat(valid.file()).isEmpty();
              assertThat(valid.toString()).doesNotContain("+8619900000001", "张伟");
            });
    assertThat(certificates.verify(ProofNumber.random(new java.util.Random(5)).text()))
        .isInstanceOf(Verification.Unknown.class);
    assertThat(certificates.verify("' OR 1=1 --")).isInstanceOf(Verification.Mistyped.class);
  }

  @Test
  void everybodyGetsTheSameFile() throws Exception {
    issue();
    byte[] first = certificates.pdf(REFERENCE).orElseThrow();
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(first));
    clock.advance(Duration.ofDays(400));
    assertThat(certificates.pdf(REFERENCE)).hasValue(first);
    assertThat(certificates.verify(certificates.standing(REFERENCE).orElseThrow().text()))
        .isInstanceOfSatisfying(
            Verification.Valid.class, valid -> assertThat(valid.file()).hasValue(sha256));
  }

  @Test
  void aRevokedOneStaysOnRecordAndMakesRoomForAnother() throws Exception {
    IssueProof wrong = issue();
    var revocation =
        new RevokeProof(wrong.number(), "wrong-plan", Actor.staff("lin"), clock.instant());
    module.revoke(revocation);
    module.revoke(revocation);
    assertThat(certificates.verify(wrong.number().text()))
        .isEqualTo(new Verification.Revoked(wrong.number(), clock.instant(), clock.instant()));
    assertThat(certificates.pdf(REFERENCE)).isEmpty();
    IssueProof right = issue();
    assertThat(certificates.standing(REFERENCE)).hasValue(right.number());
    assertThat(rows("proof")).isEqualTo(2);
    for (String change :
        new String[] {
          "DELETE FROM certificate.revocation",
          "DELETE FROM certificate.proof",
          "UPDATE certificate.proof SET issued_at = now()",
          "UPDATE certificate.print SET pdf = '\\x00'"
        }) {
      assertThatThrownBy(() -> execute(database.application(), change))
          .hasMessageContaining("denied");
    }
  }

  @Test
  void erasingLeavesNumberAndFingerprint() throws Exception {
    IssueProof issued = issue();
    assertThat(certificates.pdf(REFERENCE)).isPresent();
    certificates.erase(REFERENCE);
    assertThat(certificates.pdf(REFERENCE)).isEmpty();
    assertThat(certificates.verify(issued.number().text()))
        .isInstanceOfSatisfying(
            Verification.Erased.class,
            erased -> {
              assertThat(erased.fingerprint()).isEqualTo(issued.fingerprint());
              assertThat(erased.file()).isPresent();
            });
  }

  @Test
  void noticesARowThatWasTamperedWith() throws Exception {
    IssueProof issued = issue();
    execute(
        database.owner(), "UPDATE certificate.proof SET fingerprint = sha256('another'::bytea)");
    assertThatThrownBy(() -> certificates.verify(issued.number().text()))
        .hasMessageContaining("tampered");
    execute(database.owner(), "UPDATE certificate.proof SET facts = set_byte(facts, 40, 0)");
    execute(database.owner(), "UPDATE certificate.proof SET facts = set_byte(facts, 41, 0)");
    assertThatThrownBy(() -> certificates.verify(issued.number().text()))
        .hasMessageContaining("altered");
  }

  private IssueProof issue() throws SQLException {
    IssueProof draft = certificates.draft(Specimens.facts(), clock.instant());
    assertThat(module.write(List.of(draft))).isEqualTo(Set.of());
    return draft;
  }

  private int rows(String table) throws SQLException {
    try (var connection = database.owner().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM certificate." + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void execute(javax.sql.DataSource role, String sql) throws SQLException {
    try (var connection = role.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
