package io.onhook.journal;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 value; the first entry of a chain follows {@link #GENESIS}. */
public record Hash(byte[] bytes) {
  /** What stands before the first entry of each chain: 32 zero bytes. */
  public static final Hash GENESIS = new Hash(new byte[32]);

  public Hash {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("A SHA-256 hash has 32 bytes, not " + bytes.length);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
