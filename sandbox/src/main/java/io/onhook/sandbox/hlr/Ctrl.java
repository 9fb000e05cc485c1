package io.onhook.sandbox.hlr;

import java.io.IOException;
import java.util.Optional;

/** Something that answers CTRL requests, for one connection. */
interface Ctrl extends AutoCloseable {
  /**
   * Answers one request.
   *
   * @return empty where the protocol is silent
   * @throws IOException if what stands behind it is gone
   */
  Optional<String> answer(String request) throws IOException;

  @Override
  default void close() throws IOException {}
}
