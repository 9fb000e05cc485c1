package io.onhook.shared;

import java.io.IOException;

/** There is no connection: nothing was sent. */
public final class NotSent extends IOException {
  private static final long serialVersionUID = 1;

  public NotSent(String message, IOException cause) {
    super(message, cause);
  }
}
