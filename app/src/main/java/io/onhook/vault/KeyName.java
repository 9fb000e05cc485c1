package io.onhook.vault;

/**
 * Whose data key: {@code case/7K3QX-0M9TW}, {@code document/…}. One key for each thing that is to
 * be erased on its own day.
 */
public record KeyName(String text) {
  public KeyName {
    if (text.isBlank() || text.length() > 120) {
      throw new IllegalArgumentException("A key name has 1 to 120 characters");
    }
  }

  public static KeyName of(String kind, String id) {
    return new KeyName(kind + "/" + id);
  }
}
