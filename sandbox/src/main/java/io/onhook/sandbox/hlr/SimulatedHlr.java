package io.onhook.sandbox.hlr;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.fault.Misbehaviour;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** An HLR on the book's subscribers, speaking CTRL and VTY like osmo-hlr. */
public final class SimulatedHlr implements HomeRegister {
  private final CtrlPort ctrl;
  private final VtyPort vty;

  /** Opens both ports; 0 for any free one. */
  public SimulatedHlr(String host, int ctrlPort, int vtyPort, Book book, Misbehaviour misbehaviour)
      throws IOException {
    this.ctrl = new CtrlPort(host, ctrlPort, misbehaviour, () -> new SimulatedCtrl(book));
    this.vty = new VtyPort(host, vtyPort, misbehaviour, () -> new SimulatedVty(book));
  }

  @Override
  public int ctrlPort() {
    return ctrl.port();
  }

  @Override
  public int vtyPort() {
    return vty.port();
  }

  @Override
  public String kind() {
    return "simulated";
  }

  /** Its subscribers are those of the book. */
  @Override
  public void add(List<ObjectNode> subscribers) {}

  /** Its subscribers are in the book, which was reset. */
  @Override
  public void reset() {}

  @Override
  public void close() throws IOException {
    ctrl.close();
    vty.close();
  }
}
