package io.onhook.sandbox.hlr;

import java.io.IOException;

/** One VTY connection's other end. */
interface VtyTalk extends AutoCloseable {
  /** Makes the other end of a new connection. */
  interface Opener {
    VtyTalk open() throws IOException;
  }

  /** What is sent before anything was typed, the first prompt included. */
  byte[] greeting() throws IOException;

  /** Everything that a line brings about: its echo, what is printed, the next prompt. */
  byte[] run(String line) throws IOException;

  /** The prompt as it is now. */
  String prompt();

  @Override
  default void close() throws IOException {}
}
