package io.onhook.demo;

import io.onhook.shared.Invisible;
import io.onhook.shared.Language;
import io.onhook.web.Colour;
import io.onhook.web.Operator;
import io.onhook.web.Problems;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form by which a visitor renames the operator, as it was typed. */
record RenameForm(
    String nameZh, String nameEn, String hotline, String textRelay, String brandColour) {
  /** In characters; what a header and an SMS have room for. */
  private static final int LONGEST_ZH = 20;

  private static final int LONGEST_EN = 40;

  /** Letters and digits of any script, and the signs that names of companies have. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} .,&+'’·•()（）!/–-]+");

  /** {@code 10099}, {@code 10099-2}, {@code +49 30 1234567}. */
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9](?:[ -]?[0-9]){2,14}");

  /** As the operator is called now. */
  static RenameForm of(Operator operator) {
    return new RenameForm(
        operator.nameIn(Language.ZH_CN),
        operator.nameIn(Language.EN),
        operator.hotline(),
        operator.textRelay(),
        operator.brandColour());
  }

  /** What it says; empty where something is wrong, which is noted at the fields. */
  Optional<Renamed> read(Problems problems) {
    name("name-zh", nameZh, LONGEST_ZH, problems);
    name("name-en", nameEn, LONGEST_EN, problems);
    number("hotline", hotline, problems);
    number("text-relay", textRelay, problems);
    problems.read("brand-colour", brandColour, Colour::new);
    return problems.any()
        ? Optional.empty()
        : Optional.of(
            new Renamed(
                nameZh.strip(),
                nameEn.strip(),
                hotline.strip(),
                textRelay.strip(),
                brandColour.strip()));
  }

  private static void name(String field, String typed, int longest, Problems problems) {
    String name = typed.strip();
    if (name.isEmpty()) {
      problems.add(field, field + ".missing");
    } else if (Invisible.in(name)) {
      problems.add(field, "text.invisible");
    } else if (!NAME.matcher(name).matches()) {
      problems.add(field, field + ".signs");
    } else if (name.codePointCount(0, name.length()) > longest) {
      problems.add(field, field + ".too-long", longest);
    }
  }

  private static void number(String field, String typed, Problems problems) {
    if (typed.isBlank()) {
      problems.add(field, field + ".missing");
    } else if (!NUMBER.matcher(typed.strip()).matches()) {
      problems.add(field, field + ".form");
    }
  }
}
