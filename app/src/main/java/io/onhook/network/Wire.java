package io.onhook.network;

import io.onhook.shared.Deadline;
import io.onhook.shared.NotSent;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A TCP connection whose every read ends by a deadline, however slowly bytes drip in. */
final class Wire implements Closeable {
  private final Socket socket;

  private Wire(Socket socket) {
    this.socket = socket;
  }

  static Wire open(String host, int port, Deadline deadline) throws NotSent {
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(host, port), millis(deadline));
      return new Wire(socket);
    } catch (IOException e) {
      closeQuietly(socket, e);
      throw new NotSent("no connection to port " + port, e);
    }
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** At least one byte. */
  int read(byte[] into, int offset, int length, Deadline deadline) throws IOException {
    socket.setSoTimeout(millis(deadline));
    int count = socket.getInputStream().read(into, offset, length);
    if (count < 0) {
      throw new EOFException("the peer hung up");
    }
    return count;
  }

  byte[] readFully(int length, Deadline deadline) throws IOException {
    byte[] bytes = new byte[length];
    int count = 0;
    while (count < length) {
      count += read(bytes, count, length - count, deadline);
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static int millis(Deadline deadline) throws SocketTimeoutException {
    long left = deadline.left().toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("no time left");
    }
    return Math.toIntExact(Math.min(left, Integer.MAX_VALUE));
  }

  private static void closeQuietly(Socket socket, IOException reason) {
    try {
      socket.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
