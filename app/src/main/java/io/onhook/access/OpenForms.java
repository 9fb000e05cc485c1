package io.onhook.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps forms that need no sign-in from being used to flood us, or somebody's mailbox with our
 * confirmations.
 */
@Component
public final class OpenForms {
  private static final int FROM_ONE_CLIENT = 20;
  private static final int TO_ONE_MAILBOX = 5;

  private final Caps caps;

  OpenForms(Caps caps) {
    this.caps = caps;
  }

  /**
   * Counts one more form.
   *
   * @param clientAddress of who sends it
   * @param mailbox that a confirmation goes to
   * @return when to try again, if there were too many
   */
  public Optional<Instant> take(String clientAddress, String mailbox) {
    return caps.take(
        List.of(
            Caps.Cap.hourly("open-form-client", ClientAddress.key(clientAddress), FROM_ONE_CLIENT),
            Caps.Cap.daily(
                "open-form-mailbox", mailbox.strip().toLowerCase(Locale.ROOT), TO_ONE_MAILBOX)));
  }
}
