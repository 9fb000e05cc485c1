package io.onhook.cancellation;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ending a line, top to bottom. Read this first. */
@Configuration(proxyBeanMethods = false)
class CancellationProcess {
  static final CaseProcess<Cancellation> CANCELLATION =
      process("cancellation", 2, Cancellation.class)
          .step("tell-received", TellReceived.class) // and all known contacts: not you? object
          .step("confirm-holder", ConfirmHolder.class)
          .step("check-gates", CheckGates.class)
          .step("watch-deadline", WatchDeadline.class)
          .decision("review", Review.class) // an application is decided; a declaration only matched
          .step(
              "look-up-line",
              LookUpLine.class) // what the announcement changes, taking back restores
          .step("announce-end", AnnounceEnd.class)
          .undo(WithdrawEnd.class)
          .step("tell-approved", TellApproved.class)
          .wait("withdrawal-window", Cancellation::windowClosesAt)
          .wait("end-date", Cancellation::endsAt) // until here the line works as usual
          .step("check-gates-again", RecheckGates.class)
          .step("look-up-subscriber", LookUpSubscriber.class) // what the bar takes, it gives back
          .step("say-last-words", SayLastWords.class)
          .wait("last-words", Cancellation::barsAt) // from the bar on nothing is sent to the line
          .step("bar-line", BarLine.class)
          .undo(UnbarLine.class)
          .step("final-bill", FinalBill.class)
          .undo(CancelBill.class)
          .decision("settle", Settle.class) // only a bill that differs from the quote is decided
          .start("collection", StartCollection.class) // a process of its own …
          .waitFor("dues", Cancellation::duesBlock) // … waited for only where the pack says so
          .step(AwaitFamily.STEP, AwaitFamily.class) // lines that end together wait for each other
          .pointOfNoReturn()
          .step("deprovision", Deprovision.class)
          .step("retire-sim", RetireSim.class)
          .step("quarantine-number", QuarantineNumber.class)
          .step("close-contract", CloseContract.class)
          .step("issue-certificate", IssueCertificate.class)
          .start("refund", StartRefund.class) // lives as long as the bank needs
          .step("tell-ended", TellEnded.class)
          .closing(CloseCancellation.class)
          .build();

  @Bean
  CaseProcess<Cancellation> cancellation() {
    return CANCELLATION;
  }

  @Bean
  CaseProcess<ReviewClock> reviewClock() {
    return ReviewClock.REVIEW_CLOCK;
  }

  @Bean
  CaseProcess<MoreNeeded> moreNeeded() {
    return MoreNeeded.MORE_NEEDED;
  }

  @Bean
  CaseProcess<Objection> objection() {
    return Objection.OBJECTION;
  }

  @Bean
  CaseProcess<SwitchOver> switchOver() {
    return SwitchOver.SWITCH_OVER;
  }

  @Bean
  CaseProcess<OddAmount> oddAmount() {
    return OddAmount.ODD_AMOUNT;
  }

  @Bean
  CaseProcess<Dues> collection() {
    return CollectionProcess.COLLECTION;
  }

  @Bean
  CaseProcess<Parting> parting() {
    return PartingProcess.PARTING;
  }

  @Bean
  CaseProcess<Refund> refund() {
    return RefundProcess.REFUND;
  }
}
