package io.onhook.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsPartsTest {
  private static final byte REFERENCE = 0x5a;

  @Test
  void plainEnglishStaysInTheDefaultAlphabetWithItsMaskAsStars() {
    SmsParts parts = SmsParts.of("@ +86 199••••0001 €{}", REFERENCE);

    assertThat(parts.dataCoding()).isZero();
    assertThat(parts.concatenated()).isFalse();
    assertThat(parts.parts().getFirst())
        .startsWith(0x00, ' ', '+', '8')
        .contains('*')
        .endsWith(0x1b, 0x65, 0x1b, 0x28, 0x1b, 0x29);
  }

  @Test
  void chineseGoesInUcs2() {
    SmsParts parts = SmsParts.of("验证码 4711", REFERENCE);

    assertThat(parts.dataCoding()).isEqualTo((byte) 8);
    assertThat(new String(parts.parts().getFirst(), StandardCharsets.UTF_16BE))
        .isEqualTo("验证码 4711");
  }

  @Test
  void oneMessageHoldsSeventyCharactersAndNoMore() {
    assertThat(SmsParts.of("销".repeat(70), REFERENCE).parts()).hasSize(1);
    assertThat(SmsParts.of("销".repeat(71), REFERENCE).parts()).hasSize(2);
    assertThat(SmsParts.of("a".repeat(160), REFERENCE).parts()).hasSize(1);
    assertThat(SmsParts.of("a".repeat(161), REFERENCE).parts()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 65, 66, 67, 68, 69, 70, 133, 134, 135, 500})
  void noPartCutsACharacterInTwo(int before) {
    String text = "销".repeat(before) + "𠮷😀".repeat(50);

    SmsParts parts = SmsParts.of(text, REFERENCE);

    assertThat(parts.parts()).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(140));
    for (byte[] part : parts.parts()) {
      String piece = piece(part);
      assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
      assertThat(Character.isHighSurrogate(piece.charAt(piece.length() - 1))).isFalse();
    }
    assertThat(parts.parts().stream().map(SmsPartsTest::piece).collect(Collectors.joining()))
        .isEqualTo(text);
  }

  @Test
  void theHeaderSaysHowPartsBelongTogether() {
    SmsParts parts = SmsParts.of("销".repeat(150), REFERENCE);

    assertThat(parts.parts()).hasSize(3);
    assertThat(Arrays.copyOf(parts.parts().get(1), 6))
        .containsExactly(0x05, 0x00, 0x03, REFERENCE, 3, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {151, 152, 153, 154})
  void noPartCutsAnEscapedCharacterInTwo(int before) {
    SmsParts parts = SmsParts.of("a".repeat(before) + "€".repeat(20), REFERENCE);

    assertThat(parts.parts()).hasSize(2);
    assertThat(parts.parts().getFirst()[parts.parts().getFirst().length - 1])
        .isNotEqualTo(Gsm7.ESCAPE);
  }

  @Test
  void howLongAMessageIsValidIsWrittenAsSmppWantsIt() {
    assertThat(SmsCarrier.validity(Duration.ofMinutes(10))).isEqualTo("000000001000000R");
    assertThat(SmsCarrier.validity(Duration.ofHours(49))).isEqualTo("000002010000000R");
    assertThat(SmsCarrier.validity(Duration.ofDays(-1))).isEqualTo("000000000001000R");
  }

  private static String piece(byte[] part) {
    return new String(part, 6, part.length - 6, StandardCharsets.UTF_16BE);
  }
}
