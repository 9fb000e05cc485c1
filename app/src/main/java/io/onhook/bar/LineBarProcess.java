package io.onhook.bar;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A bar that can be lifted, top to bottom. */
@Configuration(proxyBeanMethods = false)
class LineBarProcess {
  static final String NAME = "line-bar";

  /** The news that lifts it. */
  static final String LIFT = "lift";

  static final String REMEMBER = "remember-services";
  static final String BAR = "bar";
  static final String RESTORE = "restore-services";

  static final CaseProcess<LineBar> LINE_BAR =
      process(NAME, 1, LineBar.class)
          .step(REMEMBER, RememberServices.class) // what the bar takes, the lifting gives back
          .step(BAR, BarAtOnce.class)
          .step("tell-barred", TellBarred.class)
          .waitFor(LIFT, bar -> true)
          .step(RESTORE, RestoreServices.class) // unless another keeps the line barred
          .step("tell-lifted", TellLifted.class)
          .closing(CloseBar.class)
          .build();

  @Bean
  CaseProcess<LineBar> lineBar() {
    return LINE_BAR;
  }
}
