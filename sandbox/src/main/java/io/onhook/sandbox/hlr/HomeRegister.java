package io.onhook.sandbox.hlr;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The HLR that the sandbox runs, simulated or real. */
public interface HomeRegister extends AutoCloseable {
  int ctrlPort();

  int vtyPort();

  /** {@code osmo-hlr 1.5.0} or {@code simulated}. */
  String kind();

  /** Hears of subscribers that are in the book since just now. */
  void add(List<ObjectNode> subscribers);

  /** Puts it back to its first day. */
  void reset() throws IOException;

  @Override
  void close() throws IOException;
}
