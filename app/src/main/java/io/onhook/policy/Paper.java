package io.onhook.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A thing to bring or to show. Packs give its name and what is expected of it. */
public enum Paper {
  RESIDENT_ID,
  PASSPORT,
  /** Any other official card with a photo: an identity card, a driving licence. */
  IDENTITY_CARD,
  COMPANY_REGISTRATION,
  BANK_CARD,
  SIM,
  ESIM,
  BILLS,
  AGENT_ID,
  AUTHORISATION,
  INTRODUCTION_LETTER,
  DEATH_CERTIFICATE,
  KINSHIP_PROOF,
  GUARDIANSHIP_PROOF;

  /** As written in packs, APIs and message keys: {@code resident-id}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The paper of this key, if there is one. */
  public static Optional<Paper> of(String key) {
    return Arrays.stream(values()).filter(paper -> paper.key().equals(key)).findAny();
  }

  /** Whether it proves who somebody is, and so depends on how the holder is registered. */
  public boolean isHolderIdentity() {
    return this == RESIDENT_ID
        || this == PASSPORT
        || this == IDENTITY_CARD
        || this == COMPANY_REGISTRATION;
  }

  /**
   * @param title its name
   * @param text what is expected of it
   * @param renewed what to do if it was renewed since the line was registered with it; null for
   *     nothing
   * @param sides how many sides a copy shows at least; 1 unless the pack says more
   */
  public record Rule(Text title, Text text, @Nullable Text renewed, int sides) {
    public Rule {
      sides = Math.max(1, sides);
    }
  }
}
