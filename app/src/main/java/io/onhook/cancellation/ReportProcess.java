package io.onhook.cancellation;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From a report about a line to a person's answer, top to bottom. */
@Configuration(proxyBeanMethods = false)
class ReportProcess {
  static final String NAME = "report";

  static final CaseProcess<Report> REPORT =
      process(NAME, 1, Report.class)
          .step("confirm-report", ConfirmReport.class) // its reference, date and time, at once
          .decision(LookInto.STEP, LookInto.class) // always a person: nothing here is automatic
          .build();

  @Bean
  CaseProcess<Report> report() {
    return REPORT;
  }
}
