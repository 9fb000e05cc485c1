package io.onhook.vault;

/**
 * A secret that only the vault can open: AES-256-GCM under the data key it names, which is bound to
 * the ciphertext as associated data. Safe in tables, case states and journals.
 *
 * @param key the name of the data key
 * @param box Base64 of nonce and ciphertext
 */
public record Sealed(String key, String box) {
  /** Never the content. */
  @Override
  public String toString() {
    return "Sealed[" + key + "]";
  }
}
