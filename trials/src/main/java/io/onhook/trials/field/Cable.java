package io.onhook.trials.field;

import io.onhook.stand.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy on loopback that can be cut and joined again. */
public final class Cable implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  Cable(int target) {
    this.target = target;
    try {
      door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new Said("No port for a cable", e);
    }
    Thread.ofPlatform().daemon().name("cable").start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Resets every connection, and each new one until it is joined again. */
  public void cut() {
    cut = true;
    open.forEach(this::reset);
  }

  public void join() {
    cut = false;
  }

  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(this::reset);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        if (cut) {
          reset(near);
        } else {
          Thread.ofVirtual().start(() -> connect(near));
        }
      } catch (IOException e) {
        if (!door.isClosed()) {
          System.err.println("A cable can't accept: " + e.getMessage());
        }
      }
    }
  }

  private void connect(Socket near) {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      open.add(near);
      open.add(far);
      if (cut) {
        reset(near);
        reset(far);
      }
      Thread.ofVirtual().start(() -> pass(near, far));
      pass(far, near);
    } catch (IOException e) {
      reset(near);
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] some = new byte[16_384];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        out.write(some, 0, count);
      }
    } catch (IOException e) {
      reset(to);
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private void reset(Socket socket) {
    if (socket.isClosed()) {
      return;
    }
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // The other side was faster: closed is closed.
      open.remove(socket);
    }
  }
}
