package io.onhook.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.onhook.shared.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final OperatorSettings OPERATOR =
      new OperatorSettings(
          "示例移动", "Example Mobile", URI.create("https://mobile.example"), "+86 199 0000 0000");

  private final Templates templates = new Templates(OPERATOR);

  static Map<String, String> specimens(Language language) {
    boolean chinese = language == Language.ZH_CN;
    var all = new HashMap<String, String>(ofADeclaration(chinese));
    all.putAll(ofARequest(chinese));
    all.putAll(atAStore(chinese));
    all.put("page", "line");
    all.put("text", chinese ? "我申请注销这个号码。" : "I ask you to end this number.");
    return all;
  }

  private static Map<String, String> ofADeclaration(boolean chinese) {
    return Map.of(
        "code",
        "KD7Q2M",
        "minutes",
        "10",
        "receivedAt",
        chinese ? "2026年12月1日 18:40" : "1 December 2026 at 18:40",
        "kind",
        chinese ? "普通解约" : "Ordinary",
        "contract",
        "+86 199••••0001",
        "link",
        "k7Vw2nQxT0aZ5bHd1JmYrA",
        "end",
        chinese ? "尽早" : "as early as possible");
  }

  private static Map<String, String> atAStore(boolean chinese) {
    String token = "0123456789abcdef0123456789abcdef";
    return Map.of(
        "label",
        "A012",
        "office",
        chinese ? "人民广场营业厅" : "People’s Square store",
        "ticket",
        token,
        "booking",
        token,
        "when",
        chinese ? "2026年12月1日 18:40" : "1 December 2026 18:40");
  }

  private static Map<String, String> ofARequest(boolean chinese) {
    return Map.of(
        "reference", "7K3QX-0M9TW",
        "objection", "7K3QX-0M9TW-1-9f86d081884c7d659a2f",
        "number", "+86 199••••0001",
        "endsOn", chinese ? "2026年12月6日" : "6 December 2026",
        "until", chinese ? "2026年12月1日" : "1 December 2026",
        "what", chinese ? "身份证背面照片" : "a photo of the back of your ID card",
        "reason", chinese ? "材料照片不清晰" : "the photo of your ID can't be read",
        "certificate", "OH-2026-4F7K-Q2M9",
        "receipt", "OH-2026-4F7K-Q2M9",
        "amount", "CNY 36.50");
  }

  @Test
  void everyTextNamesExactlyWhatItsTemplateNeeds() {
    for (Template template : Template.values()) {
      for (Language language : Language.values()) {
        var named = new TreeSet<>(templates.names(template, language));
        named.removeAll(Arrays.asList("operator", "site", "hotline"));
        assertThat(named)
            .as("%s in %s", template, language)
            .containsExactlyInAnyOrderElementsOf(template.needs());
      }
    }
  }

  @Test
  void theOnlyAddressInATextIsTheOperatorsOwn() {
    for (Template template : Template.values()) {
      for (Language language : Language.values()) {
        Text text = templates.fill(template, language, specimens(language));
        String all =
            (text.subject() + text.sms() + text.plain()).replace("https://mobile.example", "");
        assertThat(all).as("%s in %s", template, language).doesNotContain("://", "www.", "@");
        assertThat(text.sms()).as("%s in %s", template, language).hasSizeLessThanOrEqualTo(300);
      }
    }
  }

  @Test
  void aValueCannotStartALineOrAnotherPlaceholder() {
    var values = new HashMap<>(specimens(Language.EN));
    values.put("reason", "unclear\r\nBcc: everybody@mobile.example\u2028{hotline} $1 \\");

    Text text = templates.fill(Template.NOT_APPROVED, Language.EN, values);

    assertThat(text.sms())
        .contains("unclear Bcc: everybody@mobile.example {hotline} $1 \\")
        .doesNotContain("\r", "\n", "\u2028");
  }

  @Test
  void aVeryLongValueIsCutBetweenCharacters() {
    var values = new HashMap<>(specimens(Language.ZH_CN));
    values.put("reason", "𠮷".repeat(400));

    String sms = templates.fill(Template.NOT_APPROVED, Language.ZH_CN, values).sms();

    assertThat(sms.codePoints().filter(point -> point == "𠮷".codePointAt(0)).count())
        .isEqualTo(299);
    assertThat(sms.codePoints().noneMatch(p -> Character.getType(p) == Character.SURROGATE))
        .isTrue();
  }

  @Test
  void aMissingValueIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> templates.fill(Template.ENDED, Language.EN, Map.of("reference", "x")))
        .withMessageContaining("missing: number");
  }

  @Test
  void everyTextCanBePreviewed() throws IOException {
    Path folder = Path.of("target", "notices");
    Files.createDirectories(folder);
    for (Language language : Language.values()) {
      for (Template template : Template.values()) {
        Text text = templates.fill(template, language, specimens(language));
        String name = template.text() + "." + language.locale().getLanguage();
        Files.writeString(
            folder.resolve(name + ".txt"),
            "Subject: " + text.subject() + "\nSMS: " + text.sms() + "\n\n" + text.plain());
      }
    }
    try (var files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".txt")))
          .hasSize(Template.values().length * Language.values().length);
    }
  }
}
