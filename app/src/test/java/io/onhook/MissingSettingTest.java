package io.onhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** A start without a partner's setting names the setting. */
class MissingSettingTest {
  private final MissingSetting analyzer = new MissingSetting();

  @ParameterizedTest
  @CsvSource({
    "io.onhook.line.Lines, onhook.bss.url",
    "io.onhook.settlement.Billing, onhook.bss.url",
    "io.onhook.network.HomeRegister, onhook.hlr.host"
  })
  void namesTheSettingOfAPort(Class<?> port, String setting) {
    var analysis = analyzer.analyze(new NoSuchBeanDefinitionException(port));
    assertThat(analysis.getDescription()).contains(setting);
    assertThat(analysis.getAction()).contains("runbook");
  }

  @Test
  void leavesOtherBeansToSpring() {
    assertThat(analyzer.analyze(new NoSuchBeanDefinitionException(Runnable.class))).isNull();
  }
}
