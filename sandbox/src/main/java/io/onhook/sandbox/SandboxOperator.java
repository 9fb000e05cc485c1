package io.onhook.sandbox;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.control.SandboxControl;
import io.onhook.sandbox.fault.Misbehaviour;
import io.onhook.sandbox.hlr.HomeRegister;
import io.onhook.sandbox.hlr.OsmoHlr;
import io.onhook.sandbox.hlr.SimulatedHlr;
import io.onhook.sandbox.http.HttpDoor;
import io.onhook.sandbox.http.Writes;
import io.onhook.sandbox.json.Json;
import io.onhook.sandbox.message.Inbox;
import io.onhook.sandbox.message.InboxPage;
import io.onhook.sandbox.message.MailServer;
import io.onhook.sandbox.message.SmsCentre;
import io.onhook.sandbox.situation.Catalogue;
import io.onhook.sandbox.situation.MoreLines;
import io.onhook.sandbox.situation.Seed;
import io.onhook.sandbox.tmf.BillingCurrency;
import io.onhook.sandbox.tmf.CustomerBills;
import io.onhook.sandbox.tmf.Parties;
import io.onhook.sandbox.tmf.Payments;
import io.onhook.sandbox.tmf.ProductInventory;
import io.onhook.sandbox.tmf.TroubleTickets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A simulated operator. Started as {@code java -jar onhook-sandbox.jar --data DIR}, it prints one
 * line {@code SANDBOX READY {…}} with its ports and serves until it is stopped. Whatever it has
 * acknowledged is still there after {@code kill -9} and a new start on the same folder.
 */
public final class SandboxOperator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxOperator.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final ObjectNode ports = Json.object();

  private SandboxOperator() {}

  private void open(Options options, Clock clock) throws IOException {
    Catalogue catalogue = Catalogue.read();
    Book book =
        kept(
            Book.open(
                options.data().resolve("journal.jsonl"),
                clock,
                new Seed(catalogue, options.currency())));
    mustBillIn(options, book.read(BillingCurrency::of));
    Misbehaviour misbehaviour = new Misbehaviour(book);
    HomeRegister hlr = kept(homeRegister(options, book, misbehaviour));
    SmsCentre sms = kept(new SmsCentre(options.host(), options.smppPort(), book, misbehaviour));
    MailServer mails =
        kept(
            new MailServer(
                options.host(),
                options.smtpPort(),
                options.data().resolve("mail"),
                book,
                misbehaviour));
    HttpDoor door =
        kept(
            new HttpDoor(
                options.host(),
                options.httpPort(),
                misbehaviour,
                options.data().resolve("acquaintances")));
    Writes writes = new Writes(book, misbehaviour);
    Payments payments = new Payments(book, writes);
    new ProductInventory(book, writes).serve(door);
    new Parties(book).serve(door);
    payments.serve(door);
    new CustomerBills(book, writes, payments).serve(door);
    new TroubleTickets(book, writes).serve(door);
    new InboxPage(new Inbox(book), mails).serve(door);
    var more = new MoreLines(book, catalogue, hlr::add);
    new SandboxControl(book, misbehaviour, payments, more, () -> reset(hlr)).serve(door);
    door.start();
    ports
        .put("http", door.port())
        .put("smpp", sms.port())
        .put("smtp", mails.port())
        .put("hlrHost", options.hlrHost())
        .put("ctrl", hlr.ctrlPort())
        .put("vty", hlr.vtyPort())
        .put("hlr", hlr.kind())
        .put("currency", options.currency());
    if (hlr instanceof OsmoHlr real) {
      ports.put("osmoHost", real.address());
    }
    write(options.data().resolve("ports.json"));
  }

  /** Runs until the process is told to stop. */
  public static void main(String... arguments) throws Exception {
    Options options;
    try {
      options = Options.of(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(64);
      return;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    try {
      SandboxOperator sandbox = start(options, Clock.systemUTC());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    sandbox.close();
                    stopped.countDown();
                  },
                  "stop"));
      System.out.println("SANDBOX READY " + Json.text(sandbox.ports()));
    } catch (OtherCurrency e) {
      System.err.println(e.getMessage());
      System.exit(64);
    } catch (IOException | RuntimeException e) {
      LOG.error("The sandbox can't start: {}", e.getMessage(), e);
      System.exit(1);
    }
    stopped.await();
  }

  /**
   * Starts everything.
   *
   * @throws IOException if a port is taken or the folder can't be used; nothing is left open
   */
  static SandboxOperator start(Options options, Clock clock) throws IOException {
    SandboxOperator sandbox = new SandboxOperator();
    try {
      sandbox.open(options, clock);
      return sandbox;
    } catch (IOException | RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  /** Where everything listens, as in the READY line. */
  ObjectNode ports() {
    return ports;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("A part did not stop well", e);
      }
    }
  }

  private <T extends AutoCloseable> T kept(T part) {
    open.push(part);
    return part;
  }

  /** Bills that were made in one currency are never added up in another. */
  private static void mustBillIn(Options options, String begun) throws OtherCurrency {
    if (!begun.equals(options.currency())) {
      throw new OtherCurrency(
          ("The operator in %s has billed in %s since its first day, not in %s: "
                  + "start it with --currency %2$s, or give another folder by --data.")
              .formatted(options.data(), begun, options.currency()));
    }
  }

  /** The folder was begun in another currency than the one that is asked for now. */
  private static final class OtherCurrency extends IOException {
    private static final long serialVersionUID = 1L;

    OtherCurrency(String message) {
      super(message);
    }
  }

  private static HomeRegister homeRegister(Options options, Book book, Misbehaviour misbehaviour)
      throws IOException {
    boolean installed = Files.isExecutable(OsmoHlr.PROGRAM);
    if (options.hlr().equals("real") && !installed) {
      throw new IOException(
          OsmoHlr.PROGRAM + " is missing: install the package osmo-hlr, or say --hlr simulated");
    }
    String host = options.hlrHost();
    return installed && !options.hlr().equals("simulated")
        ? new OsmoHlr(
            options.data().resolve("hlr"),
            host,
            options.ctrlPort(),
            options.vtyPort(),
            book,
            misbehaviour)
        : new SimulatedHlr(host, options.ctrlPort(), options.vtyPort(), book, misbehaviour);
  }

  private static void reset(HomeRegister hlr) {
    try {
      hlr.reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path file) throws IOException {
    Path whole = Files.write(file.resolveSibling("ports.json.new"), Json.bytes(ports));
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
