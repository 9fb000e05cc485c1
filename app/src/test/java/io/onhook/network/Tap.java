package io.onhook.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between client and HLR, and does something just before a certain request passes. */
final class Tap implements AutoCloseable {
  private final ServerSocket server;
  private final String host;
  private final int port;
  private final AtomicReference<Trap> trap = new AtomicReference<>(new Trap("\0never", Fate.PASS));

  Tap(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** What becomes of the request that is waited for. */
  enum Fate {
    PASS,
    /** It never arrives, and nobody hears of it. */
    LOSE,
    /** The connection breaks before it arrives. */
    BREAK,
    /** It arrives; the connection breaks before the answer. */
    PASS_AND_BREAK
  }

  private record Trap(String text, Fate fate, Runnable before) {
    Trap(String text, Fate fate) {
      this(text, fate, () -> {});
    }
  }

  int port() {
    return server.getLocalPort();
  }

  void when(String text, Fate fate) {
    trap.set(new Trap(text, fate));
  }

  void before(String text, Runnable action) {
    trap.set(new Trap(text, Fate.PASS, action));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket hlr = new Socket(host, port);
        Thread.ofVirtual().start(() -> forward(client, hlr));
        Thread.ofVirtual().start(() -> back(hlr, client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void forward(Socket client, Socket hlr) {
    try (client;
        hlr) {
      InputStream in = client.getInputStream();
      OutputStream out = hlr.getOutputStream();
      byte[] some = new byte[8192];
      for (int count = in.read(some); count > 0; count = in.read(some)) {
        Trap set = trap.get();
        boolean caught =
            new String(some, 0, count, StandardCharsets.ISO_8859_1).contains(set.text());
        if (caught) {
          trap.set(new Trap("\0never", Fate.PASS));
          set.before().run();
        }
        Fate fate = caught ? set.fate() : Fate.PASS;
        if (fate == Fate.BREAK) {
          return;
        }
        if (fate == Fate.PASS_AND_BREAK) {
          client.close();
        }
        if (fate != Fate.LOSE) {
          out.write(some, 0, count);
        }
      }
    } catch (IOException closed) {
      // Either side hung up: so does the tap.
    }
  }

  private static void back(Socket hlr, Socket client) {
    try (client;
        hlr) {
      hlr.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException closed) {
      // As above.
    }
  }
}
