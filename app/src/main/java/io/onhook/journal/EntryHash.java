package io.onhook.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * How an entry is hashed: SHA-256 over the previous hash, then each field in order, numbers as
 * eight bytes big-endian, texts as UTF-8 behind their length. Frozen: every stored chain depends on
 * it.
 */
final class EntryHash {
  private EntryHash() {}

  static Hash of(
      Hash previous,
      long chain,
      int sequence,
      Instant at,
      String actor,
      String kind,
      String subject,
      String detail) {
    MessageDigest digest = sha256();
    digest.update(previous.bytes());
    digest.update(
        ByteBuffer.allocate(Long.BYTES * 3)
            .putLong(chain)
            .putLong(sequence)
            .putLong(
                Math.addExact(
                    Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000))
            .array());
    for (String text : new String[] {actor, kind, subject, detail}) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return new Hash(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
