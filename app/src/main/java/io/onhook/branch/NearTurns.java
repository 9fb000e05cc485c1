package io.onhook.branch;

import java.time.Clock;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells those who wait elsewhere and gave a contact that their turn is near: each once. */
final class NearTurns implements Runnable {
  private final Offices offices;
  private final Turns turns;
  private final ReachStore reaches;
  private final Telling telling;
  private final QueueRules rules;
  private final TransactionTemplate transaction;
  private final Clock clock;

  NearTurns(
      Offices offices,
      Turns turns,
      ReachStore reaches,
      Telling telling,
      QueueRules rules,
      TransactionTemplate transaction,
      Clock clock) {
    this.offices = offices;
    this.turns = turns;
    this.reaches = reaches;
    this.telling = telling;
    this.rules = rules;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void run() {
    for (ReachStore.Untold untold : reaches.untold()) {
      turns
          .of(untold.token())
          .filter(standing -> standing.windows() > 0)
          .filter(standing -> standing.expected().least().compareTo(rules.near()) <= 0)
          .ifPresent(standing -> tell(standing.ticket(), untold.reach()));
    }
  }

  private void tell(Ticket ticket, SealedReach reach) {
    offices
        .find(ticket.office())
        .ifPresent(
            office ->
                transaction.executeWithoutResult(
                    status -> {
                      if (reaches.told(ticket.id(), clock.instant())) {
                        telling.near(office, ticket, reach);
                      }
                    }));
  }
}
