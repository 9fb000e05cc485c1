package io.onhook.notice;

import io.onhook.shared.Language;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Shows staff what each notice says, in each language; nobody's data. */
@Component
public final class Previews {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  private final Templates templates;

  Previews(Templates templates) {
    this.templates = templates;
  }

  /** The template of this name, if there is one. */
  public static Optional<Template> named(String text) {
    return Stream.of(Template.values()).filter(it -> it.text().equals(text)).findAny();
  }

  /** One template in each of these languages. */
  public List<Preview> of(Template template, List<Language> languages) {
    return languages.stream().map(language -> of(template, language)).toList();
  }

  private Preview of(Template template, Language language) {
    Text text = templates.fill(template, language, samples(template, language));
    return new Preview(
        template,
        language,
        text.subject(),
        text.sms(),
        SmsParts.of(text.sms(), (byte) 0).parts().size(),
        text.sms().codePointCount(0, text.sms().length()),
        text.paragraphs());
  }

  private static Map<String, String> samples(Template template, Language language) {
    var values = new HashMap<String, String>();
    template.needs().forEach(name -> values.put(name, sample(name, language)));
    return values;
  }

  /** A value of each name that a template can need; a new name without one is a bug. */
  private static String sample(String name, Language language) {
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(language.locale())
            .format(DAY);
    return switch (name) {
      case "reference" -> "Q3DD6-1ANYV";
      case "number" -> "•••• 0001";
      case "endsOn", "until", "receivedAt" -> day;
      case "page" -> "line";
      case "text" ->
          switch (language) {
            case ZH_CN -> "我申请注销这个号码。";
            case EN -> "I ask you to end this number.";
            case DE -> "Ich kündige diese Nummer.";
            case FR -> "Je demande la fin de ce numéro.";
          };
      case "link", "objection" -> "k7Vw2nQxT0aZ5bHd1JmYrA";
      case "ticket", "booking" -> "3f9c1e07a5b24d68";
      case "label" -> "A012";
      case "when" -> language == Language.ZH_CN ? day + " 10:15" : day + ", 10:15";
      case "office" ->
          switch (language) {
            case ZH_CN -> "朝阳门营业厅";
            case EN -> "Chaoyangmen store";
            case DE -> "Filiale Chaoyangmen";
            case FR -> "Boutique Chaoyangmen";
          };
      case "code" -> "7392045";
      case "minutes" -> "10";
      case "amount" -> "CNY 36.50";
      case "certificate", "receipt" -> "C-7K2M-9QXA-4T";
      case "contract" -> "K-4711";
      case "what" ->
          switch (language) {
            case ZH_CN -> "证件的正反两面";
            case EN -> "both sides of your ID";
            case DE -> "beide Seiten Ihres Ausweises";
            case FR -> "les deux faces de votre pièce d’identité";
          };
      case "reason" ->
          switch (language) {
            case ZH_CN -> "证件看不清";
            case EN -> "a document can't be read";
            case DE -> "ein Dokument ist nicht lesbar";
            case FR -> "un document est illisible";
          };
      case "kind" ->
          switch (language) {
            case ZH_CN -> "普通解约";
            case EN -> "ordinary notice";
            case DE -> "ordentliche Kündigung";
            case FR -> "résiliation ordinaire";
          };
      case "end" ->
          switch (language) {
            case ZH_CN -> "尽早";
            case EN -> "as soon as possible";
            case DE -> "zum frühestmöglichen Zeitpunkt";
            case FR -> "dès que possible";
          };
      default -> throw new IllegalStateException("No sample of " + name + " for a preview");
    };
  }
}
