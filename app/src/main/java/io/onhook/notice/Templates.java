package io.onhook.notice;

import io.onhook.shared.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Reads the texts that stand beside this class and fills them in.
 *
 * <p>A text's first line is {@code Subject: …}, its second {@code SMS: …}; an empty line, then the
 * paragraphs of the long form. {@code {name}} is replaced once: braces in a value stay what they
 * are.
 */
@Component
final class Templates {
  private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  /** A value longer than this is cut: a notice is no place for an essay. */
  private static final int LONGEST_VALUE = 300;

  private final OperatorSettings operator;
  private final Map<Language, Map<Template, Text>> texts = new EnumMap<>(Language.class);

  Templates(OperatorSettings operator) {
    this.operator = operator;
    for (Language language : Language.values()) {
      var ofLanguage = new EnumMap<Template, Text>(Template.class);
      for (Template template : Template.values()) {
        ofLanguage.put(template, read(template, language));
      }
      texts.put(language, ofLanguage);
    }
  }

  /**
   * The text with its values.
   *
   * @throws IllegalArgumentException if a value is missing: a bug of the caller's
   */
  Text fill(Template template, Language language, Map<String, String> values) {
    for (String name : template.needs()) {
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException(
            "Notice " + template.text() + " needs " + template.needs() + "; missing: " + name);
      }
    }
    Text raw = raw(template, language);
    return new Text(
        fill(raw.subject(), language, values),
        fill(raw.sms(), language, values),
        raw.paragraphs().stream().map(line -> fill(line, language, values)).toList());
  }

  /** The names that a text uses, for the test that compares them with {@link Template#needs()}. */
  List<String> names(Template template, Language language) {
    Text raw = raw(template, language);
    return NAME.matcher(raw.subject() + raw.sms() + raw.plain())
        .results()
        .map(found -> found.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  private Text raw(Template template, Language language) {
    Text raw = texts.getOrDefault(language, Map.of()).get(template);
    if (raw == null) {
      throw new IllegalStateException("No text " + template.text() + " in " + language);
    }
    return raw;
  }

  private String fill(String text, Language language, Map<String, String> values) {
    return NAME.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(oneLine(value(found.group(1), language, values))));
  }

  private String value(String name, Language language, Map<String, String> values) {
    return switch (name) {
      case "operator" -> operator.name(language);
      case "site" -> operator.site().toString();
      case "hotline" -> operator.hotline();
      default -> {
        String value = values.get(name);
        if (value == null) {
          throw new IllegalArgumentException("A notice's text names {" + name + "}, not given");
        }
        yield value;
      }
    };
  }

  /** A value can't start a line of its own: no header, no second message, no hidden text. */
  private static String oneLine(String value) {
    String clean = CONTROL.matcher(value).replaceAll(" ").strip();
    if (clean.codePointCount(0, clean.length()) <= LONGEST_VALUE) {
      return clean;
    }
    return clean.substring(0, clean.offsetByCodePoints(0, LONGEST_VALUE - 1)) + "…";
  }

  private static Text read(Template template, Language language) {
    String file = "templates/" + template.text() + "." + language.locale().getLanguage() + ".txt";
    try (var stream = Templates.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("The text " + file + " is missing");
      }
      return parse(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read " + file, e);
    }
  }

  private static Text parse(String file, String content) {
    List<String> lines = content.lines().toList();
    if (lines.size() < 4
        || !lines.get(0).startsWith("Subject: ")
        || !lines.get(1).startsWith("SMS: ")
        || !lines.get(2).isBlank()) {
      throw new IllegalStateException(
          file + " must begin with 'Subject: …', 'SMS: …' and an empty line");
    }
    var paragraphs = new ArrayList<String>();
    for (String paragraph : content.split("\n\\s*\n", -1)) {
      paragraphs.add(paragraph.strip().replaceAll("\\s*\n\\s*", " "));
    }
    paragraphs.removeFirst();
    return new Text(
        lines.get(0).substring("Subject: ".length()).strip(),
        lines.get(1).substring("SMS: ".length()).strip(),
        List.copyOf(paragraphs));
  }
}
