package io.onhook.sandbox.message;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.fault.About;
import io.onhook.sandbox.fault.Fault;
import io.onhook.sandbox.fault.Misbehaviour;
import io.onhook.sandbox.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The mail server (SMTP, no sign-in). A mail is on the disk, as it came and as an inbox entry,
 * before it is acknowledged.
 */
public final class MailServer implements AutoCloseable {
  private static final int LARGEST_MAIL = 25 << 20;
  private static final Pattern FILE = Pattern.compile("E-(\\d+)\\.eml");

  private final Book book;
  private final Misbehaviour misbehaviour;
  private final Path mails;
  private final AtomicLong lastId;
  private final SMTPServer server;
  private final Map<SocketAddress, Socket> sockets = new ConcurrentHashMap<>();

  /**
   * Opens the port.
   *
   * @param port 0 for any free one
   * @param mails the folder that keeps each mail as it came
   */
  public MailServer(String host, int port, Path mails, Book book, Misbehaviour misbehaviour)
      throws IOException {
    this.book = book;
    this.misbehaviour = misbehaviour;
    this.mails = Files.createDirectories(mails);
    this.lastId = new AtomicLong(lastId(mails));
    InetAddress address = InetAddress.getByName(host);
    this.server =
        SMTPServer.port(port)
            .bindAddress(address)
            .hostName("sandbox.example.com")
            .softwareName("Onhook sandbox")
            .maxMessageSize(LARGEST_MAIL)
            .insertReceivedHeaders(false)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .serverSocketFactory(Remembering::new)
            .messageHandlerFactory(Handler::new)
            .build();
    server.start();
  }

  public int port() {
    return server.getPortAllocated();
  }

  /** A mail as it came. */
  public Optional<byte[]> raw(String id) throws IOException {
    Path file = mails.resolve(id + ".eml");
    return id.matches("E-\\d+") && Files.exists(file)
        ? Optional.of(Files.readAllBytes(file))
        : Optional.empty();
  }

  @Override
  public void close() {
    server.stop();
  }

  private void store(String from, List<String> to, byte[] raw) throws IOException {
    Mail mail = Mail.of(raw);
    ArrayNode recipients = Json.array();
    to.forEach(recipients::add);
    ObjectNode arguments =
        Json.object().put("from", from).put("subject", mail.subject()).put("messageId", mail.id());
    arguments.set("to", recipients);
    String id = "E-%06d".formatted(lastId.incrementAndGet());
    write(mails.resolve(id + ".eml"), raw);
    book.change(
        "mail.receive",
        null,
        arguments,
        draft -> {
          ObjectNode message = mail.toJson().put("kind", "mail").put("from", from).put("raw", id);
          message.set("to", recipients);
          Inbox.put(draft, message);
          return Json.object().put("raw", id);
        });
  }

  /** A file that a crash left without its entry keeps its number all the same. */
  private static long lastId(Path mails) throws IOException {
    try (Stream<Path> files = Files.list(mails)) {
      return files
          .map(file -> FILE.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToLong(name -> Long.parseLong(name.group(1)))
          .max()
          .orElse(0);
    }
  }

  private static void write(Path file, byte[] raw) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(raw);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Remembers its connections, so that one can be cut without a word. */
  private final class Remembering extends ServerSocket {
    Remembering() throws IOException {
      super();
    }

    @Override
    public Socket accept() throws IOException {
      Socket socket = super.accept();
      sockets.values().removeIf(Socket::isClosed);
      sockets.put(socket.getRemoteSocketAddress(), socket);
      return socket;
    }
  }

  private final class Handler implements MessageHandler {
    private final MessageContext context;
    private final List<String> to = new ArrayList<>();
    private String from = "";

    Handler(MessageContext context) {
      this.context = context;
    }

    @Override
    public void from(String sender) {
      this.from = sender;
    }

    @Override
    public void recipient(String recipient) {
      to.add(recipient);
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
      byte[] raw = data.readAllBytes();
      Optional<Fault> fault = misbehaviour.next("mail.receive", null, About.of(to));
      if (fault.isEmpty()) {
        store(from, to, raw);
        return "250 Ok";
      }
      return misbehave(fault.get(), raw);
    }

    @Override
    public void done() {
      to.clear();
    }

    private String misbehave(Fault fault, byte[] raw) throws RejectException, IOException {
      switch (fault.mode()) {
        case LOSE_REQUEST -> hangUp();
        case LOSE_ANSWER -> {
          store(from, to, raw);
          hangUp();
        }
        case LATE -> {
          pause(fault);
          store(from, to, raw);
          hangUp();
        }
        case WITHHOLD -> {
          store(from, to, raw);
          pause(fault);
          hangUp();
        }
        case SLOW -> {
          pause(fault);
          store(from, to, raw);
        }
        case REJECT, STALE_NOT_FOUND -> throw new RejectException(451, "Try again later");
        case CONTRADICT -> {
          store(from, to, raw);
          throw new RejectException(554, "Refused");
        }
      }
      return "250 Ok";
    }

    private void hangUp() throws IOException {
      Socket socket = sockets.remove(context.getRemoteAddress());
      if (socket != null) {
        socket.close();
      }
    }

    private static void pause(Fault fault) {
      try {
        Thread.sleep(fault.after());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
