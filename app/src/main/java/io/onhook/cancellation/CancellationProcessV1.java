package io.onhook.cancellation;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first version, for cases that began with it: lines waited for nobody. */
@Configuration(proxyBeanMethods = false)
class CancellationProcessV1 {
  static final CaseProcess<Cancellation> CANCELLATION =
      process("cancellation", 1, Cancellation.class)
          .step("tell-received", TellReceived.class)
          .step("confirm-holder", ConfirmHolder.class)
          .step("check-gates", CheckGates.class)
          .step("watch-deadline", WatchDeadline.class)
          .decision("review", Review.class)
          .step("look-up-line", LookUpLine.class)
          .step("announce-end", AnnounceEnd.class)
          .undo(WithdrawEnd.class)
          .step("tell-approved", TellApproved.class)
          .wait("withdrawal-window", Cancellation::windowClosesAt)
          .wait("end-date", Cancellation::endsAt)
          .step("check-gates-again", RecheckGates.class)
          .step("look-up-subscriber", LookUpSubscriber.class)
          .step("say-last-words", SayLastWords.class)
          .wait("last-words", Cancellation::barsAt)
          .step("bar-line", BarLine.class)
          .undo(UnbarLine.class)
          .step("final-bill", FinalBill.class)
          .undo(CancelBill.class)
          .decision("settle", Settle.class)
          .start("collection", StartCollection.class)
          .waitFor("dues", Cancellation::duesBlock)
          .pointOfNoReturn()
          .step("deprovision", Deprovision.class)
          .step("retire-sim", RetireSim.class)
          .step("quarantine-number", QuarantineNumber.class)
          .step("close-contract", CloseContract.class)
          .step("issue-certificate", IssueCertificate.class)
          .start("refund", StartRefund.class)
          .step("tell-ended", TellEnded.class)
          .closing(CloseCancellation.class)
          .build();

  @Bean
  CaseProcess<Cancellation> cancellationV1() {
    return CANCELLATION;
  }
}
