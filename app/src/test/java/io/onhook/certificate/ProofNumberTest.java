package io.onhook.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.shared.Malformed;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProofNumberTest {
  @Test
  void has120RandomBitsInFiveGroups() {
    var random = new SecureRandom();
    Set<String> seen = new HashSet<>();
    int[][] used = new int[24][128];
    for (int i = 0; i < 5_000; i++) {
      String text = ProofNumber.random(random).text();
      assertThat(text).matches("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}");
      seen.add(text);
      String plain = text.replace("-", "");
      for (int at = 0; at < 24; at++) {
        used[at][plain.charAt(at)]++;
      }
    }
    assertThat(seen).hasSize(5_000);
    // Each of the 24 places takes each of the 32 characters: 24 × 5 bits.
    for (int[] place : used) {
      assertThat(place).satisfies(counts -> assertThat(counts).doesNotContain(5_000));
      assertThat(java.util.Arrays.stream(place).filter(count -> count > 0).count()).isEqualTo(32);
    }
  }

  @Test
  void isReadAsPeopleTypeIt() {
    ProofNumber number = ProofNumber.random(new Random(7));
    String typed = number.text().replace('-', ' ').toLowerCase(java.util.Locale.ROOT);
    assertThat(ProofNumber.typed("  " + typed.replace('0', 'o').replace('1', 'l') + " "))
        .isEqualTo(number);
    assertThat(ProofNumber.typed(number.text().replace('-', '–'))).isEqualTo(number);
  }

  @Test
  void refusesAnySingleWrongCharacter() {
    String text = ProofNumber.random(new Random(7)).text();
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '-') {
        continue;
      }
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      String wrong = text.substring(0, at) + other + text.substring(at + 1);
      assertThatThrownBy(() -> ProofNumber.typed(wrong)).isInstanceOf(Malformed.class);
    }
    for (String wrong :
        new String[] {"", "X", text.substring(1), text + "0", "<script>", "U".repeat(25)}) {
      assertThatThrownBy(() -> ProofNumber.typed(wrong)).isInstanceOf(Malformed.class);
    }
  }
}
