package io.onhook.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports that nobody uses. */
final class Ports {
  private Ports() {}

  /** This port, if it is free on loopback, else any other. */
  static int orFree(int wished) {
    return free(wished) ? wished : anyFree();
  }

  static int anyFree() {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress("127.0.0.1", 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new Said("No free port on 127.0.0.1", e);
    }
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress("127.0.0.1", port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
