package io.onhook.access;

import io.onhook.access.Caps.Cap;
import io.onhook.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Codes that people have on paper, and that are good for long. Who keeps them says whether one
 * fits; here it is counted how often somebody may be wrong, and all answers take the same time.
 */
public final class PaperCodes {
  private static final String WAY = "paper-code";

  /** A stranger who knows the name does not use up what its owner may try from elsewhere. */
  private static final int FROM_ONE_NETWORK = 5;

  private static final int FROM_ALL = 20;
  private static final int FROM_ALL_A_DAY = 50;

  private final Caps caps;
  private final AccessJournal journal;
  private final SignInSettings settings;

  PaperCodes(Caps caps, AccessJournal journal, SignInSettings settings) {
    this.caps = caps;
    this.journal = journal;
    this.settings = settings;
  }

  /**
   * Checks a code.
   *
   * @param named what it is the code of, such as a case's reference; counted
   * @param fits whether it fits; asked only while there is a try left
   * @param clientAddress IP address that the request came from
   */
  public PaperAnswer enter(String named, BooleanSupplier fits, String clientAddress) {
    var pause = Pause.begin(settings.answersAfter());
    PaperAnswer answer = answer(named, fits, clientAddress);
    pause.over();
    return answer;
  }

  private PaperAnswer answer(String named, BooleanSupplier fits, String clientAddress) {
    List<Cap> wrongs = wrongs(named, clientAddress);
    Optional<Instant> retryAt = caps.reached(wrongs);
    if (retryAt.isPresent()) {
      return new PaperAnswer.TooMany(retryAt.get());
    }
    var stranger = new Actor(Actor.Kind.HOLDER, "unknown");
    if (fits.getAsBoolean()) {
      journal.looked(stranger, WAY, named);
      return new PaperAnswer.Right();
    }
    if (caps.take(wrongs).isEmpty()) {
      journal.refused(stranger, WAY, "wrong-code");
    }
    return new PaperAnswer.Wrong();
  }

  private List<Cap> wrongs(String named, String client) {
    return List.of(
        Cap.hourly(
            "paper-name-network", named + " " + ClientAddress.network(client), FROM_ONE_NETWORK),
        Cap.hourly("paper-name", named, FROM_ALL),
        Cap.daily("paper-name", named, FROM_ALL_A_DAY),
        Cap.hourly("wrong-client", ClientAddress.key(client), settings.wrongPerClientAndHour()));
  }
}
