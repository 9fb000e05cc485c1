package io.onhook.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.testing.TestDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  private static final KeyName CASE = KeyName.of("case", "7K3QX-0M9TW");

  @TempDir Path folder;
  private final TestDatabase database = TestDatabase.fresh();
  private final AtomicLong nanoTime = new AtomicLong();
  private KeyFiles keys;
  private Vault vault;

  @BeforeEach
  void openVault() {
    keys = SandboxKeys.in(folder.resolve("keys"), new SecureRandom(), Instant.EPOCH);
    vault = node();
  }

  @Test
  void opensWhatItSealed() {
    Sealed sealed = vault.seal(CASE, "张伟 𠮷");
    assertThat(sealed.box()).isNotEqualTo(vault.seal(CASE, "张伟 𠮷").box());
    assertThat(sealed).hasToString("Sealed[case/7K3QX-0M9TW]");
    assertThat(vault.open(sealed)).contains("张伟 𠮷");
    assertThat(node().open(sealed)).contains("张伟 𠮷");
    byte[] file = {0, -1, 7};
    assertThat(vault.openBytes(vault.sealBytes(CASE, file)).orElseThrow()).containsExactly(file);
  }

  @Test
  void neverOpensWhatWasAlteredOrRenamed() {
    Sealed sealed = vault.seal(CASE, "secret");
    vault.seal(KeyName.of("case", "other"), "x");
    byte[] box = Base64.getDecoder().decode(sealed.box());
    for (int i = 0; i < box.length; i++) {
      byte[] altered = box.clone();
      altered[i] ^= 1;
      var forged = new Sealed(sealed.key(), Base64.getEncoder().encodeToString(altered));
      assertThatThrownBy(() -> vault.open(forged)).hasMessageContaining("was altered");
    }
    assertThatThrownBy(() -> vault.open(new Sealed("case/other", sealed.box())))
        .hasMessageContaining("belongs to another key");
    assertThatThrownBy(() -> vault.open(new Sealed("case/never", sealed.box())))
        .hasMessageContaining("never made");
  }

  @Test
  void erasesByDestroyingTheKey() {
    Sealed sealed = vault.seal(CASE, "secret");
    vault.destroy(CASE);
    vault.destroy(CASE);
    assertThat(vault.open(sealed)).isEmpty();
    assertThatThrownBy(() -> vault.seal(CASE, "again")).hasMessageContaining("was destroyed");
    vault.destroy(KeyName.of("case", "never-used"));
    assertThatThrownBy(() -> vault.seal(KeyName.of("case", "never-used"), "x"))
        .hasMessageContaining("was destroyed");
  }

  @Test
  void anotherNodeStopsOpeningSoonAfter() {
    Sealed sealed = vault.seal(CASE, "secret");
    node().destroy(CASE);
    assertThat(vault.open(sealed)).isPresent();
    nanoTime.addAndGet(DataKeys.TRUSTED_FOR.toNanos() + 1);
    assertThat(vault.open(sealed)).isEmpty();
  }

  @Test
  void nodesThatRaceAtFirstUseShareOneKey() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sealed =
          IntStream.range(0, 16)
              .mapToObj(i -> threads.submit(() -> node().seal(CASE, "secret " + i)))
              .toList();
      assertThat(sealed)
          .allSatisfy(
              each -> assertThat(vault.open(each.get())).get().asString().contains("secret"));
    }
  }

  @Test
  void digestsDifferByPurposeAndKey() {
    String digest = vault.digest("code", "483920");
    assertThat(digest).hasSize(64).isEqualTo(node().digest("code", "483920"));
    assertThat(vault.digest("account", "483920")).isNotEqualTo(digest);
    assertThat(vault.digest("code", "483921")).isNotEqualTo(digest);
  }

  @Test
  void theApplicationCanOnlyDestroyKeys() {
    vault.seal(CASE, "secret");
    assertThatThrownBy(() -> sql("DELETE FROM vault.data_key")).hasMessageContaining("denied");
    assertThatThrownBy(() -> sql("UPDATE vault.data_key SET name = 'x'"))
        .hasMessageContaining("denied");
    assertThatThrownBy(() -> sql("UPDATE vault.data_key SET wrapped = '\\x00'"))
        .hasMessageContaining("can only be destroyed");
    vault.destroy(CASE);
    assertThatThrownBy(
            () -> sql("UPDATE vault.data_key SET wrapped = '\\x00', destroyed_at = NULL"))
        .hasMessageContaining("can only be destroyed");
    assertThatThrownBy(() -> sql("UPDATE vault.master_key SET fingerprint = 'x'"))
        .hasMessageContaining("denied");
  }

  @Test
  void refusesADatabaseSealedUnderAnotherMasterKey() {
    KeyFiles others = SandboxKeys.in(folder.resolve("others"), new SecureRandom(), Instant.EPOCH);
    assertThatThrownBy(
            () -> others.vault(database.application(), new SecureRandom(), nanoTime::get))
        .isInstanceOfSatisfying(
            VaultRefused.class,
            refused -> assertThat(refused.remedy()).contains("onhook.vault.master-key-file"))
        .hasMessageContaining("this database was sealed under");
  }

  private Vault node() {
    return keys.vault(database.application(), new SecureRandom(), nanoTime::get);
  }

  private void sql(String statement) throws SQLException {
    try (var connection = database.application().getConnection();
        var execution = connection.createStatement()) {
      execution.execute(statement);
    }
  }
}
