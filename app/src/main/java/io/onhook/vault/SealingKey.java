package io.onhook.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM under one key, with a random 96-bit nonce and a 128-bit tag. A box is one byte of
 * version, the nonce, and the ciphertext; version and name are bound to it as associated data.
 * Frozen: every stored secret depends on it.
 */
record SealingKey(SecretKey key, SecureRandom random) {
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  byte[] encrypt(String name, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(secret);
      return ByteBuffer.allocate(1 + NONCE_BYTES + ciphertext.length)
          .put(VERSION)
          .put(nonce)
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  byte[] decrypt(String name, byte[] box) {
    if (box.length < 1 + NONCE_BYTES + TAG_BITS / Byte.SIZE || box[0] != VERSION) {
      throw altered(name, null);
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, name, Arrays.copyOfRange(box, 1, 1 + NONCE_BYTES))
          .doFinal(box, 1 + NONCE_BYTES, box.length - 1 - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw altered(name, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {VERSION});
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static IllegalStateException altered(String name, @Nullable Throwable cause) {
    return new IllegalStateException(
        "What is sealed under " + name + " was altered, or belongs to another key", cause);
  }
}
