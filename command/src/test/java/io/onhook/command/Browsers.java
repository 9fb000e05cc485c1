package io.onhook.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A browser for each thread that walks, since Playwright's may not be shared. What one of them has
 * looked at, none looks at again.
 */
final class Browsers implements AutoCloseable {
  private final Set<String> looked = ConcurrentHashMap.newKeySet();
  private final Queue<Browser> started = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Browser> own;

  Browsers(URI service, Path pictures) {
    own =
        ThreadLocal.withInitial(
            () -> {
              var browser = new Browser(service, pictures, looked);
              started.add(browser);
              return browser;
            });
  }

  /** The one of this thread. */
  Browser own() {
    return own.get();
  }

  @Override
  public void close() {
    started.forEach(Browser::close);
  }
}
