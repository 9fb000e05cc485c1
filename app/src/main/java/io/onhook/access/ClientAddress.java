package io.onhook.access;

import java.net.InetAddress;
import java.util.HexFormat;

/** What counts as one client: an IPv4 address, or an IPv6 /64, which one household has. */
final class ClientAddress {
  private static final int HALF = 8;

  private ClientAddress() {}

  /** The key to count under; an unreadable address counts as itself. */
  static String key(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length == 4 ? address : HexFormat.of().formatHex(bytes, 0, HALF);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
