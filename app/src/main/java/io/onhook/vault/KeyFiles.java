package io.onhook.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * The three files that the vault lives on.
 *
 * @param keystore PKCS#12 with the signing key and its chain
 * @param keystorePassword its password, on one line
 * @param masterKey Base64 of the master key's 32 bytes
 */
public record KeyFiles(Path keystore, Path keystorePassword, Path masterKey) {

  /** The signing identity in them. */
  public Signer signer() {
    return Signer.read(keystore, keystorePassword);
  }

  /**
   * A vault over this database, with the master key in them.
   *
   * @param database as the application's role; its {@code vault} schema is migrated
   * @param nanoTime a time that never jumps, as {@code System::nanoTime}
   * @throws VaultRefused if the database belongs to another master key
   */
  public Vault vault(DataSource database, SecureRandom random, LongSupplier nanoTime) {
    MasterKey master = MasterKey.read(masterKey);
    var keys = new DataKeys(database, master, random, nanoTime);
    keys.claimFor(master);
    return new Vault(master, keys);
  }

  /** Refuses keys that the sandbox made: everyone could have them. */
  void refuseSandboxKeys() {
    if (signer().madeForSandbox()) {
      throw new VaultRefused(
          VaultSettings.KEYSTORE + "=" + keystore + " holds keys that the sandbox made.",
          "Name a keystore with the operator's own signing key, or start with the profile sandbox.",
          null);
    }
    if (MasterKey.read(masterKey).madeForSandbox()) {
      throw new VaultRefused(
          VaultSettings.MASTER_KEY_FILE + "=" + masterKey + " was made by the sandbox.",
          "Make one that nobody else has: openssl rand -base64 32 > master.key",
          null);
    }
  }
}
