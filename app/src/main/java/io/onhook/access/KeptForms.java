package io.onhook.access;

import io.onhook.vault.KeyName;
import io.onhook.vault.Sealed;
import io.onhook.vault.Vault;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was typed on a page whose session had run out: kept sealed in the new session until whoever
 * typed it is back, and shown to nobody else.
 */
public final class KeptForms {
  /** Under which name the session holds a {@link Kept}. */
  public static final String ATTRIBUTE = "kept-form";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final KeyName KEY = KeyName.of("kept-forms", "all");
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int LARGEST = 60_000;

  private final Vault vault;
  private final Clock clock;

  KeptForms(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  /** A page that was sent, and its fields. */
  public record Form(String path, Map<String, List<String>> fields) {
    /** Never what was typed. */
    @Override
    public String toString() {
      return "Form[" + path + "]";
    }
  }

  /**
   * A form that is kept.
   *
   * @param owner of whom, as {@link #mark} says it
   */
  public record Kept(String owner, String key, String box, Instant at) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /** By what a browser is known again as this holder's, once its session is over; opaque. */
  public String mark(HolderPrincipal holder) {
    return vault.digest("holder-mark", holder.partyId());
  }

  /**
   * Seals a form.
   *
   * @param owner the mark of who typed it
   * @return empty if it is too large
   */
  public Optional<Kept> keep(String owner, Form form) {
    String text = JSON.writeValueAsString(form);
    if (text.length() > LARGEST || owner.isEmpty()) {
      return Optional.empty();
    }
    Sealed sealed = vault.seal(KEY, text);
    return Optional.of(new Kept(owner, sealed.key(), sealed.box(), clock.instant()));
  }

  /** What was kept, for who typed it and for half an hour. */
  public Optional<Form> open(Kept kept, HolderPrincipal holder) {
    boolean theirs = kept.owner().equals(mark(holder));
    boolean fresh = clock.instant().isBefore(kept.at().plus(LONGEST));
    return theirs && fresh
        ? vault
            .open(new Sealed(kept.key(), kept.box()))
            .map(text -> JSON.readValue(text, Form.class))
        : Optional.empty();
  }
}
