package io.onhook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.stand.ChosenPack;
import io.onhook.stand.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./onhook} makes of its words, before anything is started. */
class StartTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void withoutWordsTheServiceChooses() {
    Start start = start();
    assertThat(start.pack()).isEmpty();
    assertThat(start.place().data()).isEqualTo(HOME.resolve(".onhook"));
  }

  @Test
  void aShippedPackBringsItsCurrency() {
    ChosenPack pack = start("--pack", "de", "--data", folder.toString()).pack().orElseThrow();
    assertThat(pack.currency()).isEqualTo("EUR");
    assertThat(pack.settings()).containsExactly("--onhook.pack=de");
  }

  @Test
  void whatItDoesNotSayThePackSaysThatItDiffersFrom() {
    assertThat(start("--pack", "cn", "--data", folder.toString()).pack())
        .map(ChosenPack::currency)
        .contains("CNY");
  }

  @Test
  void aPackOfOnesOwnIsFoundInItsHighestVersion() throws IOException {
    Files.writeString(folder.resolve("ours-1.yaml"), "id: ours\nversion: 1\ncurrency: JPY\n");
    Files.writeString(folder.resolve("ours-2.yaml"), "id: ours\nversion: 2\ncurrency: CHF\n");
    ChosenPack pack =
        start(
                "--pack",
                "ours",
                "--packs",
                folder.toString(),
                "--data",
                folder.resolve("data").toString())
            .pack()
            .orElseThrow();
    assertThat(pack.currency()).isEqualTo("CHF");
    assertThat(pack.settings()).contains("--onhook.packs=" + folder);
  }

  @Test
  void anUnknownPackIsToldWhichOnesThereAre() {
    assertThatThrownBy(() -> start("--pack", "atlantis"))
        .isInstanceOf(Said.class)
        .hasMessageContaining("No pack is called atlantis")
        .hasMessageContaining("cn, de, default, fr, in, ph, uk, us-ca");
  }

  @Test
  void dataThatWasBegunInAnotherCurrencyIsLeftAlone() throws IOException {
    Path operator = Files.createDirectories(folder.resolve("operator"));
    Files.writeString(operator.resolve("ports.json"), "{\"http\":8091,\"currency\":\"CNY\"}");
    assertThatThrownBy(() -> start("--pack", "de", "--data", folder.toString()))
        .isInstanceOf(Said.class)
        .hasMessageContaining("bills in CNY; pack de reckons in EUR")
        .hasMessageContaining("./onhook --pack de --data .onhook-de");
    assertThat(start("--pack", "cn", "--data", folder.toString()).pack()).isPresent();
  }

  @Test
  void wordsThatItCanNotReadAreNamed() {
    assertThatThrownBy(() -> start("--currency", "EUR")).hasMessageContaining("--currency");
    assertThatThrownBy(() -> start("--pack")).hasMessageContaining("--pack needs a word");
    assertThatThrownBy(() -> start("--packs", folder.toString())).hasMessageContaining("--pack");
    assertThatThrownBy(() -> start("--pack", "x", "--packs", folder.resolve("no").toString()))
        .hasMessageContaining("There is no folder");
  }

  private static Start start(String... words) {
    return Start.of(HOME, List.of(words));
  }
}
