package io.onhook.cancellation;

import io.onhook.policy.Pack;
import io.onhook.policy.Paper;
import io.onhook.shared.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reviewer can ask a holder for. Further papers have the names that the pack gives them. */
public enum Need {
  /** The copies can't be read. */
  CLEAR_PICTURE(
      "更清楚的证件照片",
      "a picture of your ID that can be read",
      "ein lesbares Bild Ihres Ausweises",
      "une photo lisible de votre pièce d’identité"),
  /** A side is missing. */
  BOTH_SIDES(
      "证件的正反两面",
      "both sides of your ID",
      "beide Seiten Ihres Ausweises",
      "les deux faces de votre pièce d’identité"),
  /** The paper has run out. */
  VALID_PAPER(
      "还在有效期内的证件",
      "an ID that has not expired",
      "ein gültiger Ausweis",
      "une pièce d’identité en cours de validité"),
  /** Somebody acts for the holder. */
  AUTHORISATION(Paper.AUTHORISATION),
  /** Who acts for the holder. */
  AGENT_ID(Paper.AGENT_ID),
  /** A company's letter. */
  INTRODUCTION_LETTER(Paper.INTRODUCTION_LETTER),
  /** The holder has died. */
  DEATH_CERTIFICATE(Paper.DEATH_CERTIFICATE),
  /** Who is family. */
  KINSHIP_PROOF(Paper.KINSHIP_PROOF),
  /** Who is guardian. */
  GUARDIANSHIP_PROOF(Paper.GUARDIANSHIP_PROOF),
  /** The reviewer's own words say what. */
  ANSWER(
      "回答我们的问题",
      "an answer to a question",
      "eine Antwort auf eine Frage",
      "une réponse à une question");

  private final @Nullable Paper paper;
  private final String chinese;
  private final String english;
  private final String german;
  private final String french;

  Need(Paper paper) {
    this.paper = paper;
    this.chinese = "";
    this.english = "";
    this.german = "";
    this.french = "";
  }

  Need(String chinese, String english, String german, String french) {
    this.paper = null;
    this.chinese = chinese;
    this.english = english;
    this.german = german;
    this.french = french;
  }

  /** As in APIs and message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The need of this key, if there is one. */
  public static Optional<Need> of(String key) {
    return Arrays.stream(values()).filter(need -> need.key().equals(key)).findAny();
  }

  /** What can be asked for where this pack rules. */
  public static List<Need> offered(Pack pack) {
    return Arrays.stream(values())
        .filter(need -> need.paper == null || pack.papers().containsKey(need.paper))
        .toList();
  }

  /** For the holder, fit to stand in a list. */
  public String text(Pack pack, Language language) {
    Paper.Rule rule = paper == null ? null : pack.papers().get(paper);
    if (rule != null) {
      return rule.title().in(language);
    }
    return switch (language) {
      case ZH_CN -> chinese;
      case EN -> english;
      case DE -> german;
      case FR -> french;
    };
  }

  /** As what a copy of it is filed; empty for the identity paper of who asks. */
  Optional<Paper> paper() {
    return Optional.ofNullable(paper);
  }
}
