package io.onhook.testing;

import io.onhook.vault.KeyFiles;
import io.onhook.vault.SandboxKeys;
import io.onhook.vault.Signer;
import io.onhook.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * A real vault on a test's database, with keys made once for the whole run.
 *
 * @param vault seals and opens in that database
 * @param signer signs with a generated key
 */
public record TestVault(Vault vault, Signer signer) {
  private static final KeyFiles KEYS = make();

  /** A vault on this database, as the application's role. */
  public static TestVault on(TestDatabase database) {
    return new TestVault(
        KEYS.vault(database.application(), new SecureRandom(), System::nanoTime), KEYS.signer());
  }

  private static KeyFiles make() {
    try {
      Path folder = Files.createTempDirectory("onhook-test-keys");
      return SandboxKeys.in(
          folder.resolve("keys"), new SecureRandom(), Instant.parse("2026-11-01T00:00:00Z"));
    } catch (IOException e) {
      throw new UncheckedIOException("No place for the test's keys", e);
    }
  }
}
