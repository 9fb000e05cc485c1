package io.onhook.branch;

import io.onhook.journal.Journal;
import java.time.Clock;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module, put together once: its doors share their tables. */
record Branches(
    Offices offices,
    Tickets tickets,
    Turns turns,
    Windows windows,
    Counter counter,
    Closing closing,
    Live live,
    Halls halls) {

  static Branches of(
      DataSource database,
      PlatformTransactionManager transactions,
      Journal journal,
      OfficeSettings settings,
      Clock clock,
      RandomGenerator random) {
    var jdbc = JdbcClient.create(database);
    var transaction = new TransactionTemplate(transactions);
    var offices = new Offices(settings.all());
    var rows = new TicketStore(jdbc);
    var days = new DayStore(jdbc);
    var sitting = new WindowStore(jdbc);
    var record = new BranchRecord(journal, jdbc);
    QueueRules rules = settings.queue();
    var durations = new Durations(jdbc, rules);
    var halls = new Halls(rows, sitting, durations, clock);
    var live = new Live(database, offices);
    live.subscribe(halls::changed);
    return new Branches(
        offices,
        new Tickets(offices, rows, days, record, rules, transaction, clock, random),
        new Turns(offices, rows, sitting, durations, clock),
        new Windows(offices, sitting, rows, record, transaction, clock),
        new Counter(offices, rows, days, sitting, record, rules, transaction, clock),
        new Closing(offices, rows, days, record, rules, transaction, clock),
        live,
        halls);
  }
}
