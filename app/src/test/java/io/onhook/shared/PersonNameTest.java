package io.onhook.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in any script: read as typed, compared as people mean them. */
class PersonNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "张伟",
        "𠮷田太郎",
        "䶮一",
        "阿依古丽·买买提",
        "阿依古丽•买买提",
        "O’Neill-Öz",
        "عمر خليل",
        "葛󠄀城",
        "Jr. 2nd"
      })
  void takesRealNames(String name) {
    assertThat(PersonName.typed(name).text()).isEqualTo(name);
  }

  @Test
  void composesAndKeepsOneSpaceBetweenWords() {
    assertThat(PersonName.typed("  Jose\u0301\u3000 Marti\u0301n ").text())
        .isEqualTo("José Martín");
    assertThat(PersonName.typed("𠮷".repeat(100)).text()).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "张\u200B伟",
        "\u202E伟张",
        "\uFEFF张伟",
        "Anna\u2066Maria",
        "A\u00ADB",
        "\u3164",
        "张\u0000伟",
        "a\u2028b"
      })
  void refusesWhatNobodySees(String name) {
    assertThat(refusal(name)).isEqualTo("text.invisible");
  }

  @ParameterizedTest
  @CsvSource({"<b>x</b>, name.characters", "=1+1, name.characters", "'\u3000 ', name.missing"})
  void refusesWhatIsNoName(String name, String code) {
    assertThat(refusal(name)).isEqualTo(code);
    assertThat(refusal("张".repeat(101))).isEqualTo("name.too-long");
  }

  @ParameterizedTest
  @CsvSource({
    "阿依古丽·买买提, 阿依古丽・买买提",
    "阿依古丽·买买提, 阿依古丽买买提",
    "ANNA MARIA ERIKSSON, Eriksson Anna Maria",
    "SEÁN O'BRIEN-MÜLLER, Sean OBrien Mueller",
    "SEÁN O'BRIEN-MÜLLER, MULLER O’BRIEN SEAN",
    "Łukasz Strauß, LUKASZ STRAUSS",
    "ＡＮＮＡ　ＭＡＲＩＡ, anna maria",
    "𠮷田, 𠮷 田",
  })
  void comparesAsPeopleMeanIt(String one, String other) {
    assertThat(PersonName.same(one, other)).isTrue();
    assertThat(PersonName.same(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"张伟, 张玮", "𠮷田, 吉田", "䶮一, 龑一", "Anna Maria, Anna", "Омар, OMAR", "Anna, Ana"})
  void holdsOthersApart(String one, String other) {
    assertThat(PersonName.same(one, other)).isFalse();
  }

  private static String refusal(String name) {
    return catchThrowableOfType(Malformed.class, () -> PersonName.typed(name)).code();
  }
}
