package io.onhook.bss;

import org.jspecify.annotations.Nullable;

/**
 * How TM Forum APIs say no (TMF630, part 1): all fields are texts, and partners fill what they
 * like.
 */
record TmfError(
    @Nullable String code,
    @Nullable String reason,
    @Nullable String message,
    @Nullable String status) {
  /** Whether it is one at all, and not some gateway's page that happens to be JSON. */
  boolean isGenuine() {
    return code != null || reason != null;
  }
}
