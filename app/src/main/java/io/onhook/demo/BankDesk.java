package io.onhook.demo;

import io.onhook.cancellation.BankWord;
import io.onhook.cancellation.RefundView;
import io.onhook.cancellation.Refunds;
import io.onhook.demo.history.OperatorBank;
import io.onhook.demo.history.Pace;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the visit shows of the bank: refunds that need attention, how long it takes, a card. */
@Component
@Profile("sandbox")
class BankDesk {
  private static final int MOST = 10;

  private final Refunds refunds;
  private final OperatorBank bank;

  BankDesk(Refunds refunds, OperatorBank bank) {
    this.refunds = refunds;
    this.bank = bank;
  }

  /** A refund by our record, and what the bank says of it. */
  record Row(RefundView ours, BankWord bank) {}

  void show(Model model) {
    model.addAttribute("refunds", rows());
    model.addAttribute("closedCard", OperatorBank.CLOSED_CARD);
    model.addAttribute("paces", Pace.values());
    model.addAttribute(
        "pace",
        bank.takes()
            .flatMap(
                now -> Arrays.stream(Pace.values()).filter(it -> it.takes().equals(now)).findAny())
            .map(Pace::key)
            .orElse(""));
  }

  /** All are asked at once: a bank that does not answer costs one time-out, not ten. */
  private List<Row> rows() {
    List<RefundView> outstanding = refunds.outstanding(MOST);
    try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<BankWord>> words =
          outstanding.stream()
              .map(it -> askers.submit(() -> refunds.bank(it.reference())))
              .toList();
      return IntStream.range(0, words.size())
          .mapToObj(i -> new Row(outstanding.get(i), word(words.get(i))))
          .toList();
    }
  }

  private static BankWord word(Future<BankWord> asked) {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return BankWord.SILENT;
    } catch (ExecutionException e) {
      throw new IllegalStateException("The bank's word could not be read", e.getCause());
    }
  }
}
