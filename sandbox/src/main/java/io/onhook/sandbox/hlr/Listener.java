package io.onhook.sandbox.hlr;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TCP port that serves each connection on a virtual thread of its own. */
final class Listener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

  private final ServerSocket server;
  private final Talk talk;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** One connection's conversation; the socket is closed after it. */
  interface Talk {
    void with(Socket socket) throws IOException, InterruptedException;
  }

  Listener(String name, String host, int port, Talk talk) throws IOException {
    this.server = new ServerSocket(port, 128, InetAddress.getByName(host));
    this.talk = talk;
    Thread.ofVirtual().name(name).start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        Thread.ofVirtual().start(() -> converse(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOG.warn("Can't accept a connection", e);
        }
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      talk.with(socket);
    } catch (IOException e) {
      LOG.debug("The peer went away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("A conversation failed", e);
    } finally {
      open.remove(socket);
    }
  }
}
