package io.onhook.sandbox.hlr;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.fault.Misbehaviour;
import io.onhook.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real osmo-hlr on a loopback address of its own, behind ports that record and can misbehave. It
 * is filled once; its database stays in the data folder. If it dies it is started again.
 */
public final class OsmoHlr implements HomeRegister {
  /** Where Debian's package puts the program. */
  public static final Path PROGRAM = Path.of("/usr/bin/osmo-hlr");

  static final int CTRL_PORT = 4259;
  static final int VTY_PORT = 4258;

  private static final Logger LOG = LoggerFactory.getLogger(OsmoHlr.class);
  private static final String SETTINGS = "hlr";
  private static final String PROVISIONED = "provisioned";

  private final Book book;
  private final OsmoProcess process;
  private final CtrlPort ctrl;
  private final VtyPort vty;

  /**
   * Starts and, the first time, fills it.
   *
   * @param folder keeps its configuration, database and log
   * @param ctrlPort where CTRL is served; 0 for any free port
   * @param vtyPort where VTY is served; 0 for any free port
   */
  public OsmoHlr(
      Path folder, String host, int ctrlPort, int vtyPort, Book book, Misbehaviour misbehaviour)
      throws IOException {
    this.book = book;
    this.process = new OsmoProcess(Files.createDirectories(folder).toAbsolutePath());
    try {
      process.start();
      provision();
      this.ctrl =
          new CtrlPort(
              host, ctrlPort, misbehaviour, () -> new RelayedCtrl(book, process.address()));
      this.vty =
          new VtyPort(host, vtyPort, misbehaviour, () -> new RelayedVty(book, process.address()));
    } catch (IOException | RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /** The loopback address on which osmo-hlr itself can be asked, on its usual ports. */
  public String address() {
    return process.address();
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
    return "osmo-hlr " + process.version();
  }

  @Override
  public void add(List<ObjectNode> subscribers) {
    try {
      Provisioning.fill(process.address(), subscribers);
    } catch (IOException e) {
      throw new UncheckedIOException("osmo-hlr did not take new subscribers", e);
    }
  }

  @Override
  public void reset() throws IOException {
    process.close();
    process.forget();
    process.start();
    provision();
  }

  @Override
  public void close() throws IOException {
    ctrl.close();
    vty.close();
    process.close();
  }

  private void provision() throws IOException {
    if (book.read(view -> view.find(SETTINGS, PROVISIONED)).isPresent()) {
      return;
    }
    long filled =
        Provisioning.fill(process.address(), book.read(view -> view.all(Subscribers.SUBSCRIBERS)));
    book.change(
        "hlr.provisioned",
        null,
        Json.object().put("subscribers", filled),
        draft -> draft.put(SETTINGS, PROVISIONED, Json.object().put("subscribers", filled)));
    LOG.info("osmo-hlr on {} has {} subscribers", process.address(), filled);
  }
}
