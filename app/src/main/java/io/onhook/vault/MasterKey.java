package io.onhook.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The 32 bytes from which the vault derives its own keys, one for each purpose (HKDF-SHA-256, RFC
 * 5869), so that the key that wraps never digests and no two purposes collide. Kept outside the
 * database.
 */
final class MasterKey {
  /** The first line of a file that only the sandbox may use. */
  static final String SANDBOX_MARK = "# " + SandboxKeys.MARK;

  static final int BYTES = 32;

  private final byte[] bytes;
  private final boolean madeForSandbox;

  private MasterKey(byte[] bytes, boolean madeForSandbox) {
    this.bytes = bytes.clone();
    this.madeForSandbox = madeForSandbox;
  }

  /**
   * Reads the file: Base64 of 32 bytes; lines that begin with {@code #} are comments.
   *
   * @throws VaultRefused if it can't be read or holds anything else
   */
  static MasterKey read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw VaultRefused.unreadable(VaultSettings.MASTER_KEY_FILE, file, e);
    }
    String text =
        String.join("", lines.stream().filter(line -> !line.startsWith("#")).toList()).strip();
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (bytes.length == BYTES) {
        return new MasterKey(bytes, lines.contains(SANDBOX_MARK));
      }
      throw notAKey(file, bytes.length + " bytes", null);
    } catch (IllegalArgumentException e) {
      throw notAKey(file, "something else", e);
    }
  }

  /** Whether the sandbox made it, so that nothing real may be sealed with it. */
  boolean madeForSandbox() {
    return madeForSandbox;
  }

  /** Tells two master keys apart and says nothing about either. */
  String fingerprint() {
    return HexFormat.of().formatHex(derive("fingerprint").getEncoded(), 0, 8);
  }

  /** The key for one purpose. */
  SecretKey derive(String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "AES",
              HKDFParameterSpec.ofExtract()
                  .addIKM(bytes)
                  .thenExpand(("onhook/" + purpose).getBytes(StandardCharsets.UTF_8), BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 25 has HKDF-SHA256", e);
    }
  }

  private static VaultRefused notAKey(Path file, String found, @Nullable Exception cause) {
    return new VaultRefused(
        VaultSettings.MASTER_KEY_FILE
            + "="
            + file
            + " must hold Base64 of 32 bytes; it holds "
            + found
            + ".",
        "Make a key with: openssl rand -base64 32 > "
            + file
            + " — unless data was already sealed"
            + " under another one, which you must then bring back from its backup.",
        cause);
  }
}
