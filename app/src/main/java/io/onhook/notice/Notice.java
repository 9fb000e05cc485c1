package io.onhook.notice;

import io.onhook.shared.Language;
import io.onhook.vault.Sealed;
import java.util.Map;

/**
 * One message to one person.
 *
 * @param id stable: a repeat of the same notice has the same id, which the receiver can see
 * @param template its name among the module's templates, for example {@code received}
 * @param language the reader's
 * @param channel how it goes
 * @param address where it goes, sealed
 * @param values what the template names; no secrets
 */
public record Notice(
    String id,
    String template,
    Language language,
    Channel channel,
    Sealed address,
    Map<String, String> values) {
  /** How a notice goes. */
  public enum Channel {
    SMS,
    EMAIL,
    LETTER
  }
}
