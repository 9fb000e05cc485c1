package io.onhook.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.onhook.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A start without keys of its own is refused, everywhere but in the sandbox. */
class VaultConfigurationTest {
  private static final byte[] SPEECH = "the roots of today".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private final TestDatabase database = TestDatabase.fresh();

  @Test
  void theSandboxMakesItsKeysOnceForItsOwnerAlone() {
    var sandbox =
        start().withPropertyValues("spring.profiles.active=sandbox", "onhook.data=" + folder);
    byte[][] signature = new byte[1][];
    sandbox.run(
        context -> {
          assertThat(context).hasSingleBean(Vault.class);
          Signer signer = context.getBean(Signer.class);
          signature[0] = signer.sign(SPEECH);
          signer.chain().getFirst().verify(signer.chain().getLast().getPublicKey());
          for (String file : new String[] {"signing.p12", "signing.password", "master.key"}) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("keys").resolve(file)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
          }
        });
    sandbox.run(
        context -> assertThat(context.getBean(Signer.class).verify(SPEECH, signature[0])).isTrue());
  }

  @Test
  void anyOtherStartWithoutKeysIsRefused() {
    start()
        .withPropertyValues("onhook.data=" + folder)
        .run(
            context -> {
              FailureAnalysis analysis = analysis(context.getStartupFailure());
              assertThat(analysis.getDescription()).contains("onhook.vault.keystore is not set");
              assertThat(analysis.getAction()).contains("Set onhook.vault.keystore");
              assertThat(folder.resolve("keys")).doesNotExist();
            });
  }

  @Test
  void anyOtherStartWithTheSandboxesKeysIsRefused() throws Exception {
    KeyFiles keys = SandboxKeys.in(folder.resolve("keys"), new SecureRandom(), Instant.EPOCH);
    start()
        .withPropertyValues(settings(keys))
        .run(
            context ->
                assertThat(analysis(context.getStartupFailure()).getDescription())
                    .contains(keys.keystore().toString(), "keys that the sandbox made"));
    assertThat(Files.readString(keys.masterKey())).startsWith(MasterKey.SANDBOX_MARK);
    assertThat(MasterKey.read(keys.masterKey()).madeForSandbox()).isTrue();
  }

  @Test
  void aMissingOrWrongFileIsNamed() throws Exception {
    KeyFiles keys = SandboxKeys.in(folder.resolve("keys"), new SecureRandom(), Instant.EPOCH);
    var sandbox =
        start()
            .withPropertyValues("spring.profiles.active=sandbox")
            .withPropertyValues(settings(keys));
    Files.writeString(keys.masterKey(), "c2hvcnQ=");
    sandbox.run(
        context ->
            assertThat(analysis(context.getStartupFailure()).getDescription())
                .contains("onhook.vault.master-key-file=", "it holds 5 bytes"));
    Files.writeString(keys.keystorePassword(), "wrong");
    sandbox.run(
        context ->
            assertThat(analysis(context.getStartupFailure()).getDescription())
                .contains("onhook.vault.keystore=", "can't be opened"));
    Files.delete(keys.keystorePassword());
    sandbox.run(
        context ->
            assertThat(analysis(context.getStartupFailure()).getDescription())
                .contains("onhook.vault.keystore-password-file=", "can't be read"));
  }

  @Test
  void sealsWhileTheProgramHoldsAllOfItsOwnConnections() {
    var pool = new HikariDataSource();
    pool.setDataSource(database.application());
    pool.setMaximumPoolSize(1);
    pool.setConnectionTimeout(2_000);
    new ApplicationContextRunner()
        .withUserConfiguration(VaultConfiguration.class)
        .withBean(DataSource.class, () -> pool)
        .withPropertyValues("spring.profiles.active=sandbox", "onhook.data=" + folder)
        .run(
            context -> {
              Vault vault = context.getBean(Vault.class);
              try (var held = pool.getConnection()) {
                assertThat(held.isValid(1)).isTrue();
                assertThat(vault.open(vault.seal(KeyName.of("case", "1"), "secret")))
                    .contains("secret");
              }
            });
  }

  private ApplicationContextRunner start() {
    return new ApplicationContextRunner()
        .withUserConfiguration(VaultConfiguration.class)
        .withBean(DataSource.class, database::application);
  }

  private static String[] settings(KeyFiles keys) {
    return new String[] {
      "onhook.vault.keystore=" + keys.keystore(),
      "onhook.vault.keystore-password-file=" + keys.keystorePassword(),
      "onhook.vault.master-key-file=" + keys.masterKey()
    };
  }

  private static FailureAnalysis analysis(@Nullable Throwable failure) {
    return Objects.requireNonNull(
        new VaultRefusedAnalyzer().analyze(Objects.requireNonNull(failure)));
  }
}
