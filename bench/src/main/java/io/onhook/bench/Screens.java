package io.onhook.bench;

import io.onhook.stand.Said;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Boards as browsers hold them: each has a stream open, and fetches the calls of its office after
 * each change. What a screen has seen is told by ticket and office.
 */
final class Screens implements AutoCloseable {
  private static final Pattern CALL = Pattern.compile("data-label=\"([A-Z0-9]+)\"");

  private final URI address;
  private final String mark;
  private final List<Socket> streams = new ArrayList<>();
  private final AtomicInteger broken = new AtomicInteger();
  private volatile boolean closing;

  /** When each screen saw each call first: office and label, to one time a screen. */
  private final Map<String, List<Long>> seen = new ConcurrentHashMap<>();

  /**
   * @param mark what the service gave to a screen that had its key
   */
  Screens(URI address, String mark) {
    this.address = address;
    this.mark = mark;
  }

  /** Opens so many at this office, and waits until each has begun. */
  void open(String office, int count) {
    try {
      for (int i = 0; i < count; i++) {
        var socket = new Socket(address.getHost(), address.getPort());
        streams.add(socket);
        send(socket, "/branches/" + office + "/live");
        var lines = reader(socket);
        String first = lines.readLine();
        if (first == null || !first.contains(" 200")) {
          throw new Said("A screen got no stream, but " + first);
        }
        Thread.ofVirtual().start(() -> watch(office, lines));
      }
    } catch (IOException e) {
      throw new Said("A screen could not be opened: " + e.getMessage(), e);
    }
  }

  private void watch(String office, BufferedReader lines) {
    var known = new HashSet<String>();
    try (var calls = new Calls(office)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("event:changed")) {
          Matcher labels = CALL.matcher(calls.fetch());
          long now = System.nanoTime();
          while (labels.find()) {
            if (known.add(labels.group(1))) {
              seen.computeIfAbsent(
                      office + "/" + labels.group(1),
                      it -> Collections.synchronizedList(new ArrayList<>()))
                  .add(now);
            }
          }
        }
      }
    } catch (IOException e) {
      if (!closing) {
        broken.incrementAndGet();
      }
    }
  }

  /** When the screens of this office first showed this ticket. */
  List<Long> saw(String office, String label) {
    return List.copyOf(seen.getOrDefault(office + "/" + label, List.of()));
  }

  int broken() {
    return broken.get();
  }

  private void send(Socket socket, String path) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(
        "GET %s HTTP/1.1\r\nHost: %s:%d\r\nCookie: %s\r\n\r\n"
            .formatted(path, address.getHost(), address.getPort(), mark)
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    // One byte is one character, so that lengths in bytes count.
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  /** The calls of one office, over a connection that is kept as long as the server keeps it. */
  private final class Calls implements AutoCloseable {
    private final String office;
    private Socket socket;
    private BufferedReader answers;
    private boolean last;

    Calls(String office) throws IOException {
      this.office = office;
      this.socket = new Socket(address.getHost(), address.getPort());
      this.answers = reader(socket);
    }

    String fetch() throws IOException {
      if (last) {
        socket.close();
        socket = new Socket(address.getHost(), address.getPort());
        answers = reader(socket);
      }
      send(socket, "/board/" + office + "/calls");
      return body();
    }

    private String body() throws IOException {
      String status = answers.readLine();
      if (status == null || !status.contains(" 200")) {
        throw new IOException("no calls, but " + status);
      }
      int length = -1;
      last = false;
      for (String line = answers.readLine();
          line != null && !line.isEmpty();
          line = answers.readLine()) {
        String header = line.toLowerCase(Locale.ROOT);
        if (header.startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(15).strip());
        }
        last |= header.matches("connection:\\s*close");
      }
      var body = new StringBuilder();
      if (length >= 0) {
        read(answers, length, body);
        return body.toString();
      }
      for (int size = Integer.parseInt(answers.readLine(), 16);
          size > 0;
          size = Integer.parseInt(answers.readLine(), 16)) {
        read(answers, size, body);
        answers.readLine();
      }
      answers.readLine();
      return body.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static void read(BufferedReader in, int length, StringBuilder body) throws IOException {
    var buffer = new char[length];
    int at = 0;
    while (at < length) {
      int got = in.read(buffer, at, length - at);
      if (got < 0) {
        throw new IOException("cut off");
      }
      at += got;
    }
    body.append(buffer);
  }

  @Override
  public void close() {
    closing = true;
    for (Socket stream : streams) {
      try {
        stream.close();
      } catch (IOException e) {
        throw new Said("A screen could not be closed: " + e.getMessage(), e);
      }
    }
  }
}
