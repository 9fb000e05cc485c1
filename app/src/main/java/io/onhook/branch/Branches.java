package io.onhook.branch;

import io.onhook.journal.Journal;
import io.onhook.notice.Notice;
import io.onhook.shared.Actor;
import io.onhook.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
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
    Halls halls,
    Bookings bookings,
    NearTurns near,
    Reminders reminders,
    Erasing erasing,
    HeldDays held) {

  static Branches of(
      DataSource database,
      PlatformTransactionManager transactions,
      Journal journal,
      Vault vault,
      BiConsumer<List<Notice>, Actor> notices,
      OfficeSettings settings,
      Clock clock,
      RandomGenerator random) {
    var jdbc = JdbcClient.create(database);
    var transaction = new TransactionTemplate(transactions);
    var offices = new Offices(settings.all());
    var rows = new TicketStore(jdbc);
    var days = new DayStore(jdbc);
    var held = new HeldDays(days, transaction);
    var sitting = new WindowStore(jdbc);
    var record = new BranchRecord(journal, jdbc);
    QueueRules rules = settings.queue();
    var durations = new Durations(jdbc, rules);
    var halls = new Halls(rows, sitting, durations, clock);
    var live = new Live(database, offices);
    live.subscribe(halls::changed);
    var reaches = new ReachStore(jdbc);
    var booked = new BookingStore(jdbc);
    var sealing = new Sealing(vault);
    var telling = new Telling(notices);
    var tickets =
        new Tickets(offices, rows, days, reaches, sealing, record, rules, held, clock, random);
    var turns = new Turns(offices, rows, sitting, durations, clock);
    return new Branches(
        offices,
        tickets,
        turns,
        new Windows(offices, sitting, rows, record, transaction, clock),
        new Counter(offices, rows, held, sitting, record, rules, clock),
        new Closing(offices, rows, days, held, reaches, telling, record, rules, clock),
        live,
        halls,
        new Bookings(
            offices,
            booked,
            tickets,
            held,
            sealing,
            telling,
            record,
            settings.booking(),
            transaction,
            clock),
        new NearTurns(offices, turns, reaches, telling, rules, transaction, clock),
        new Reminders(offices, booked, telling, transaction, clock),
        new Erasing(days, reaches, booked, sealing, transaction, clock),
        held);
  }
}
