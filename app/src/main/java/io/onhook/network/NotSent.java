package io.onhook.network;

import java.io.IOException;

/** There is no connection: nothing was sent. */
final class NotSent extends IOException {
  private static final long serialVersionUID = 1;

  NotSent(String message, IOException cause) {
    super(message, cause);
  }
}
