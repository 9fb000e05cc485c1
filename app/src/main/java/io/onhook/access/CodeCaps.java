package io.onhook.access;

import io.onhook.access.Caps.Cap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which caps a code to be sent counts under. */
final class CodeCaps {
  private static final int LAST_DIGITS = 4;

  private CodeCaps() {}

  /**
   * @param address where it goes: digits of a number, or a mail address
   */
  static List<Cap> of(SignInSettings settings, String address, String client) {
    String prefix =
        address.contains("@")
            ? address.substring(address.indexOf('@'))
            : address.substring(0, Math.max(1, address.length() - LAST_DIGITS));
    // A stranger's tries do not use up what the holder may ask for at home, up to a higher limit
    // that keeps the number itself from being flooded.
    String fromOneNetwork = address + " " + ClientAddress.network(client);
    return List.of(
        Cap.hourly("code-number-network", fromOneNetwork, settings.perNumberAndHour()),
        Cap.daily("code-number-network", fromOneNetwork, settings.perNumberAndDay()),
        Cap.hourly("code-number", address, settings.perNumberFromAllAndHour()),
        Cap.daily("code-number", address, settings.perNumberFromAllAndDay()),
        Cap.hourly("code-prefix", prefix, settings.perPrefixAndHour()),
        Cap.hourly("code-client", ClientAddress.key(client), settings.perClientAndHour()),
        Cap.daily("code-all", "all", settings.perDay()));
  }

  /**
   * For a code that a caller asks for.
   *
   * @param named what the caller named
   * @param agent who serves the caller: a person can't serve more in an hour; empty for a program,
   *     which serves many
   */
  static List<Cap> ofCaller(SignInSettings settings, String named, Optional<String> agent) {
    return Stream.concat(
            Stream.of(
                Cap.hourly("code-name", named, settings.perNumberAndHour()),
                Cap.daily("code-name", named, settings.perNumberAndDay()),
                Cap.daily("code-all", "all", settings.perDay())),
            agent.stream().map(who -> Cap.hourly("code-agent", who, settings.perClientAndHour())))
        .toList();
  }

  /** For a code asked for by a name, such as a case's reference. */
  static List<Cap> ofName(SignInSettings settings, String name, String client) {
    return List.of(
        Cap.hourly("code-name", name, settings.perNumberAndHour()),
        Cap.daily("code-name", name, settings.perNumberAndDay()),
        Cap.hourly("code-client", ClientAddress.key(client), settings.perClientAndHour()),
        Cap.daily("code-all", "all", settings.perDay()));
  }
}
