package io.onhook.notice;

import io.onhook.shared.Language;
import io.onhook.vault.Sealed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person.
 *
 * @param id stable: a repeat of the same notice has the same id, which the receiver can see; at
 *     most 100 characters of {@code [A-Za-z0-9._/-]}
 * @param template its name among {@link Template}s, for example {@code received}
 * @param language the reader's
 * @param channel how it goes
 * @param address where it goes, sealed: an E.164 number, a mail address, or a postal address of
 *     several lines
 * @param values what the template names, see {@link Template#needs()}; no secrets and no full
 *     numbers
 * @param fallbacks where it goes, in this order, if the first way fails for good; at most two are
 *     tried
 * @param notAfter the first way is not tried from this instant on: for a message to a line that is
 *     about to end, so that nothing is ever sent to its next holder; null for no limit
 */
public record Notice(
    String id,
    String template,
    Language language,
    Channel channel,
    Sealed address,
    Map<String, String> values,
    List<Route> fallbacks,
    @Nullable Instant notAfter) {

  public Notice {
    if (!id.matches("[A-Za-z0-9._/-]{1,100}")) {
      throw new IllegalArgumentException(
          "A notice's id has 1 to 100 letters, digits, dots, dashes or slashes");
    }
    values = Map.copyOf(values);
    fallbacks = List.copyOf(fallbacks);
  }

  /** A notice with one way only, and no limit. */
  public Notice(
      String id,
      String template,
      Language language,
      Channel channel,
      Sealed address,
      Map<String, String> values) {
    this(id, template, language, channel, address, values, List.of(), null);
  }

  /** The same notice with another way, tried after those that it has. */
  public Notice orElse(Channel other, Sealed otherAddress) {
    var ways = new ArrayList<>(fallbacks);
    ways.add(new Route(other, otherAddress));
    return new Notice(id, template, language, channel, address, values, ways, notAfter);
  }

  /** The same notice, whose first way is closed from this instant on. */
  public Notice notAfter(Instant limit) {
    return new Notice(id, template, language, channel, address, values, fallbacks, limit);
  }

  /** All ways, the first one first. */
  List<Route> ways() {
    var ways = new ArrayList<Route>();
    ways.add(new Route(channel, address));
    ways.addAll(fallbacks);
    return List.copyOf(ways);
  }

  /** A way to a person. */
  public record Route(Channel channel, Sealed address) {}

  /** How a notice goes. */
  public enum Channel {
    SMS,
    EMAIL,
    LETTER
  }
}
