package io.onhook.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The service may not start with these keys. Says which setting, and what to do. */
public final class VaultRefused extends RuntimeException {
  private final String remedy;

  VaultRefused(String problem, String remedy, @Nullable Throwable cause) {
    super(problem, cause);
    this.remedy = remedy;
  }

  static VaultRefused unreadable(String setting, Path file, Throwable cause) {
    return new VaultRefused(
        setting + "=" + file + " can't be read: " + cause.getMessage() + ".",
        "Put the file there, and let the user that runs the service read it.",
        cause);
  }

  /** What the operator of the service does about it. */
  public String remedy() {
    return remedy;
  }
}
