package io.onhook.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the operator's keys lie. All three or none; none is allowed in the sandbox only.
 *
 * @param keystore PKCS#12 with an EC P-256 signing key and its certificate chain
 * @param keystorePasswordFile the keystore's password, on one line
 * @param masterKeyFile Base64 of the 32 bytes that wrap all data keys; never lose it, never put it
 *     into the database's backup
 */
@ConfigurationProperties("onhook.vault")
record VaultSettings(
    @Nullable Path keystore, @Nullable Path keystorePasswordFile, @Nullable Path masterKeyFile) {
  static final String KEYSTORE = "onhook.vault.keystore";
  static final String KEYSTORE_PASSWORD_FILE = "onhook.vault.keystore-password-file";
  static final String MASTER_KEY_FILE = "onhook.vault.master-key-file";

  boolean areAbsent() {
    return keystore == null && keystorePasswordFile == null && masterKeyFile == null;
  }

  /**
   * The files that are set.
   *
   * @throws VaultRefused if one is not
   */
  KeyFiles files() {
    return new KeyFiles(
        present(KEYSTORE, keystore),
        present(KEYSTORE_PASSWORD_FILE, keystorePasswordFile),
        present(MASTER_KEY_FILE, masterKeyFile));
  }

  private static Path present(String setting, @Nullable Path value) {
    if (value == null) {
      throw new VaultRefused(
          setting + " is not set; the service does not run without the operator's own keys.",
          "Set "
              + setting
              + " to a file (docs/runbook.md says how to make it), or, to try things out with"
              + " generated keys, start with the profile sandbox.",
          null);
    }
    return value;
  }
}
