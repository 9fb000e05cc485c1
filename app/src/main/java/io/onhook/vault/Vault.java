package io.onhook.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * The vault's door for secrets: envelope encryption with AES-256-GCM (NIST SP 800-38D).
 *
 * <p>Data keys are made at first use, in a transaction of their own, so that nothing sealed can be
 * committed before its key. Safe for use by many threads.
 */
public final class Vault {
  private final MasterKey master;
  private final DataKeys keys;

  Vault(MasterKey master, DataKeys keys) {
    this.master = master;
    this.keys = keys;
  }

  /**
   * Seals a text under the named data key.
   *
   * @throws IllegalStateException if that key was destroyed: an erased thing gets no new secrets
   */
  public Sealed seal(KeyName key, String secret) {
    return sealBytes(key, secret.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Opens it; empty once its key was destroyed.
   *
   * @throws IllegalStateException if it was altered, or sealed by another vault
   */
  public Optional<String> open(Sealed sealed) {
    return openBytes(sealed).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Seals a file, as {@link #seal} does a text. */
  public Sealed sealBytes(KeyName key, byte[] secret) {
    byte[] box = keys.use(key).encrypt(key.text(), secret);
    return new Sealed(key.text(), Base64.getEncoder().encodeToString(box));
  }

  /** Opens a file, as {@link #open} does a text. */
  public Optional<byte[]> openBytes(Sealed sealed) {
    return keys.find(new KeyName(sealed.key()))
        .map(key -> key.decrypt(sealed.key(), Base64.getDecoder().decode(sealed.box())));
  }

  /**
   * Destroys a data key for good: all that was sealed under it is erased. Harmless if repeated; a
   * key never used before can't be used afterwards either. It takes effect at once for the caller
   * and within five seconds everywhere. It is a transaction of its own: a rollback of the caller's
   * does not bring the key back. In the database's backups and write-ahead log the wrapped key
   * lives until those are discarded.
   */
  public void destroy(KeyName key) {
    keys.destroy(key);
  }

  /**
   * A keyed digest (HMAC-SHA-256, hex) for finding and comparing secrets without keeping them, such
   * as one-time codes or "the same account as in another case". Purposes never collide.
   */
  public String digest(String purpose, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(master.derive("digest/" + purpose));
      return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
