package io.onhook.cancellation;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From a declaration to the end of its line, top to bottom. It is matched, never refused. */
@Configuration(proxyBeanMethods = false)
class DeclarationProcess {
  static final String NAME = "declaration";

  static final CaseProcess<Declaration> DECLARATION =
      process(NAME, 1, Declaration.class)
          .step("confirm-receipt", ConfirmDeclaration.class) // content, date and time, at once
          .decision(MatchDeclaration.STEP, MatchDeclaration.class) // a person where we can't
          .step("carry-out", CarryOut.class) // from here on it is a cancellation like any other
          .build();

  @Bean
  CaseProcess<Declaration> declaration() {
    return DECLARATION;
  }
}
