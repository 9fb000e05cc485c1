package io.onhook.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Finds ports that nobody uses. */
final class Ports {
  private static final int[] OSMO_HLR = {4222, 4258, 4259};

  private Ports() {}

  /** This port, if it is free on loopback, else any other. */
  static int orFree(int wished) {
    return free("127.0.0.1", wished) ? wished : anyFree();
  }

  static int anyFree() {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress("127.0.0.1", 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new Said("No free port on 127.0.0.1", e);
    }
  }

  /** A loopback address on which osmo-hlr's ports, which are fixed, are all free. */
  static String hlrHost() {
    return IntStream.rangeClosed(1, 250)
        .mapToObj(last -> "127.0.0." + last)
        .filter(host -> IntStream.of(OSMO_HLR).allMatch(port -> free(host, port)))
        .findFirst()
        .orElseThrow(() -> new Said("No loopback address is left for an HLR"));
  }

  private static boolean free(String host, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
