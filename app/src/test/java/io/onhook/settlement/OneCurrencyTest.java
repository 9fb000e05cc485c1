package io.onhook.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.bss.BssClient;
import io.onhook.policy.WrongPacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/** A pack in another currency than billing's does not get as far as a holder's page. */
@ExtendWith(OutputCaptureExtension.class)
class OneCurrencyTest {
  @Import({Parts.RealPacks.class, BssClient.class, OneCurrency.class})
  static class Parts {
    static final class RealPacks implements ImportSelector {
      @Override
      public String[] selectImports(AnnotationMetadata importing) {
        return new String[] {"io.onhook.policy.PackConfiguration"};
      }
    }
  }

  private static ConfigurableApplicationContext start(String... settings) {
    return new SpringApplicationBuilder(Parts.class)
        .web(WebApplicationType.NONE)
        .properties("spring.config.name=none", "onhook.bss.url=http://127.0.0.1:9")
        .run(settings);
  }

  @Test
  void startsWhereBothAreTheSame() {
    start().close();
    start("--onhook.pack=de", "--onhook.bss.currency=EUR").close();
  }

  @Test
  void refusesAPackInAnotherAndSaysWhatToDo(CapturedOutput output) {
    assertThatThrownBy(() -> start("--onhook.pack=de")).hasRootCauseInstanceOf(WrongPacks.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("pack \"de\" version ")
        .contains(
            " currency: It is EUR, but the operator's billing reckons in CNY"
                + " (onhook.bss.currency).")
        .contains("set onhook.bss.currency to it; else choose a pack in CNY by onhook.pack.")
        .doesNotContain("\tat io.onhook");
  }

  @Test
  void refusesWhatIsNoCurrency(CapturedOutput output) {
    assertThatThrownBy(() -> start("--onhook.bss.currency=YUAN")).isNotNull();
    assertThat(output).contains("onhook.bss.currency is YUAN: give an ISO 4217 code");
  }
}
