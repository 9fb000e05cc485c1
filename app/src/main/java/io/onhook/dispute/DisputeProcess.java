package io.onhook.dispute;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A disputed charge, top to bottom. No line's end waits for it. */
@Configuration(proxyBeanMethods = false)
class DisputeProcess {
  static final String NAME = "dispute";

  static final CaseProcess<Dispute> DISPUTE =
      process(NAME, 1, Dispute.class)
          .step("open-ticket", OpenTicket.class) // the operator asks nobody for it meanwhile
          .decision(DecideDispute.STEP, DecideDispute.class)
          .step("close-ticket", CloseTicket.class) // where it is upheld, billing takes it off
          .step("note-closed", NoteClosed.class) // from here on the bill itself says it
          .step("tell-decided", TellDisputeDecided.class)
          .build();

  @Bean
  CaseProcess<Dispute> dispute() {
    return DISPUTE;
  }
}
