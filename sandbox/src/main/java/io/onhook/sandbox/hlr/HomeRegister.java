package io.onhook.sandbox.hlr;

import java.io.IOException;

/** The HLR that the sandbox runs, simulated or real. */
public interface HomeRegister extends AutoCloseable {
  int ctrlPort();

  int vtyPort();

  /** {@code osmo-hlr 1.5.0} or {@code simulated}. */
  String kind();

  /** Puts it back to its first day. */
  void reset() throws IOException;

  @Override
  void close() throws IOException;
}
