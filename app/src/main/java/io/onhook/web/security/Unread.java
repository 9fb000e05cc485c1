package io.onhook.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rest of a body that nobody wants. A browser reads the answer once it has sent everything; if
 * the connection were closed before, it would show its own error page and not ours.
 */
final class Unread {
  private static final Logger LOG = LoggerFactory.getLogger(Unread.class);
  private static final long MOST = 512L * 1024 * 1024;

  private Unread() {}

  /** Sends the answer, then reads on into nothing, up to a limit, until the sender is done. */
  static void discard(HttpServletRequest request, HttpServletResponse response) {
    byte[] buffer = new byte[64 * 1024];
    try {
      response.flushBuffer();
      InputStream in = request.getInputStream();
      int count = 0;
      for (long read = 0; read < MOST && count >= 0; read += count) {
        count = in.read(buffer);
      }
    } catch (IOException e) {
      // They are gone, or too slow: nobody waits for the answer.
      LOG.debug("A refused body broke off", e);
    }
  }
}
