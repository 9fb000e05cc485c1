package io.onhook.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

/** Outside the profile sandbox there is no settable clock, and its settings are refused. */
class SandboxOnlyTest {
  @Test
  void refusesSettingsOfTheSandbox() {
    var environment =
        new MockEnvironment().withProperty("onhook.sandbox.operator", "http://127.0.0.1:8091");
    assertThatThrownBy(() -> check(environment))
        .hasMessageContaining("onhook.sandbox.operator")
        .hasMessageContaining("profile sandbox only");
    environment.setActiveProfiles("sandbox");
    assertThatCode(() -> check(environment)).doesNotThrowAnyException();
  }

  @Test
  void hasNoSettableClock() {
    new ApplicationContextRunner()
        .withUserConfiguration(ClockConfiguration.class)
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(java.time.Clock.class)
                    .doesNotHaveBean(ClockController.class)
                    .doesNotHaveBean(SandboxClock.class));
  }

  private static void check(MockEnvironment environment) {
    new SandboxOnly().postProcessEnvironment(environment, new SpringApplication());
  }
}
