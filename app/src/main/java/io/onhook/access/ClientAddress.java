package io.onhook.access;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one client: an IPv4 address, or an IPv6 /64, which one household has. */
public final class ClientAddress {
  private static final int HALF = 8;
  private static final int NETWORK_4 = 3;
  private static final int NETWORK_6 = 6;

  private ClientAddress() {}

  /** The key to count under; an unreadable address counts as itself. */
  public static String key(String address) {
    return cut(address, 4, HALF);
  }

  /** Its network: IPv4 /24, IPv6 /48, so that neighbouring addresses are no way round a count. */
  static String network(String address) {
    return cut(address, NETWORK_4, NETWORK_6);
  }

  private static String cut(String address, int of4, int of6) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      int kept = bytes.length == 4 ? of4 : of6;
      return kept == bytes.length ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, kept));
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
