package io.onhook.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The service starts with the packs it was given, or tells why not. */
@ExtendWith(OutputCaptureExtension.class)
class PackStartTest {
  private static ConfigurableApplicationContext start(String... settings) {
    // Nothing but the packs: no application.yaml is read, so no other setting is needed.
    return new SpringApplicationBuilder(PackConfiguration.class)
        .web(WebApplicationType.NONE)
        .properties("spring.config.name=none")
        .run(settings);
  }

  @Test
  void startsWithTheDefaultPack() {
    try (var context = start()) {
      assertThat(context.getBean(Packs.class).current().id()).isEqualTo("default");
    }
  }

  @Test
  void refusesToStartAndShowsEveryProblem(CapturedOutput output, @TempDir Path folder)
      throws IOException {
    String text =
        PackFixture.defaultPack()
            .with("id: default", "id: ours")
            .with("zone: Asia/Shanghai", "zone: Moon/Crater")
            .with("currency: CNY", "currency: XXY")
            .text();
    Files.writeString(folder.resolve("ours.yaml"), text);
    assertThatThrownBy(() -> start("--onhook.packs=" + folder, "--onhook.pack=ours"))
        .hasRootCauseInstanceOf(WrongPacks.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("ours.yaml:")
        .contains("zone: There is no zone \"Moon/Crater\".")
        .contains("currency: There is no currency \"XXY\".")
        .doesNotContain("\tat io.onhook");
  }
}
