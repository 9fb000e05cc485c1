package io.onhook.demo.history;

import io.onhook.branch.Counter;
import io.onhook.branch.Offices;
import io.onhook.branch.Tickets;
import io.onhook.branch.Windows;
import io.onhook.call.CallBacks;
import io.onhook.cancellation.Cancellations;
import io.onhook.cancellation.Inquiries;
import io.onhook.cancellation.Reports;
import io.onhook.clock.ClockKeeper;
import io.onhook.dispute.Disputes;
import io.onhook.document.Documents;
import io.onhook.engine.Engine;
import io.onhook.policy.Packs;
import io.onhook.policy.WorkingDays;
import io.onhook.worklist.Worklist;
import java.net.URI;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history's beans; what nobody else uses is made here and nowhere else. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@ConditionalOnWebApplication
class HistoryConfiguration {
  @Bean
  Stores stores(Offices offices, Tickets tickets, Windows windows, Counter counter, Clock clock) {
    return new Stores(offices, tickets, windows, counter, clock);
  }

  @Bean
  History history(
      @Value("${onhook.sandbox.history:0}") int days,
      @Value("${onhook.sandbox.operator}") URI address,
      SpecimenPhoto photo,
      OperatorBank bank,
      DataSource database,
      Cancellations cancellations,
      Inquiries inquiries,
      Documents documents,
      Worklist worklist,
      Reports reports,
      Disputes disputes,
      CallBacks callBacks,
      Stores stores,
      Packs packs,
      Engine engine,
      ClockKeeper keeper,
      Clock clock) {
    var jdbc = JdbcClient.create(database);
    WorkingDays calendar = packs.current().days();
    var operator = new OperatorDoor(address);
    var leaving = new Leaving(operator, cancellations, inquiries, documents, photo, packs, clock);
    return new History(
        days,
        new HistoryStore(jdbc, calendar.zone()),
        () -> untouched(jdbc),
        calendar,
        leaving,
        new Reviewing(leaving, cancellations, worklist),
        stores,
        bank,
        new LooseEnds(
            operator, cancellations, reports, disputes, callBacks, calendar.zone(), clock),
        engine,
        keeper,
        clock);
  }

  /** Whether nothing has happened here yet: only then may the clock be set back. */
  private static boolean untouched(JdbcClient jdbc) {
    return jdbc.sql(
            """
            SELECT NOT EXISTS (SELECT FROM engine.case_key)
               AND NOT EXISTS (SELECT FROM branch.ticket)
               AND (SELECT microseconds FROM clock.ahead) = 0
            """)
        .query(Boolean.class)
        .single();
  }
}
