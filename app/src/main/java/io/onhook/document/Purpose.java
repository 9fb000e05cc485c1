package io.onhook.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a member of staff looks at a holder's papers. Without a purpose nothing is shown. */
public enum Purpose {
  /** To decide the request. */
  REVIEW,
  /** To check how others worked. */
  AUDIT,
  /** To answer a complaint of the holder. */
  COMPLAINT,
  /** To look into a suspected fraud. */
  SECURITY;

  /** As in addresses, journals and message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The purpose of this key, if there is one. */
  public static Optional<Purpose> of(String key) {
    return Arrays.stream(values()).filter(purpose -> purpose.key().equals(key)).findAny();
  }
}
