package io.onhook.stand;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Which ports on loopback are taken. */
public enum Ports {
  /** Those that people know, where they are free. */
  USUAL {
    @Override
    public int near(int wished) {
      return free(wished) ? wished : anyFree();
    }
  },
  /** Any: to run beside another one. */
  ANY {
    @Override
    public int near(int wished) {
      return anyFree();
    }
  };

  /** A free port, this one if that is possible and wanted. */
  public abstract int near(int wished);

  /**
   * One that nobody has at the moment.
   *
   * @throws Said if there is none
   */
  public static int anyFree() {
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
