package io.onhook.branch;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.notice.Notice;
import io.onhook.notice.Notice.Channel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What those are told who wait elsewhere, on a real database. */
class TellingVisitorsTest {
  private final OneOffice it = new OneOffice();

  @Test
  void tellsOnceThatATurnIsNear() {
    for (int i = 0; i < 12; i++) {
      it.take();
    }
    Ticket mine = it.take();
    it.branches.tickets().tellNear(mine, Channel.SMS, "+8619900000001");
    it.branches.near().run();
    assertThat(it.told).as("nobody calls").isEmpty();
    it.sits("lin", 1);
    it.branches.near().run();
    assertThat(it.told).as("too many are ahead").isEmpty();
    for (int i = 0; i < 10; i++) {
      it.serve("lin", 1);
    }
    it.branches.near().run();
    it.branches.near().run();
    assertThat(it.told).hasSize(1);
    Notice notice = it.told.getFirst();
    assertThat(notice.template()).isEqualTo("turn-near");
    assertThat(notice.values()).containsEntry("label", mine.label());
    assertThat(notice.toString()).doesNotContain("+8619900000001");
  }

  @Test
  void tellsNobodyWhoHasGone() {
    Ticket mine = it.take();
    it.branches.tickets().tellNear(mine, Channel.SMS, "+8619900000001");
    it.branches.tickets().cancel(mine.token());
    it.sits("lin", 1);
    it.branches.near().run();
    assertThat(it.told).isEmpty();
  }

  @Test
  void tellsWhoWaitsWhenTheOfficeCloses() {
    Ticket mine = it.take();
    it.take();
    it.branches.tickets().tellNear(mine, Channel.EMAIL, "anna@example.com");
    it.clock.advance(Duration.ofHours(9));
    it.branches.closing().run();
    it.branches.closing().run();
    assertThat(it.told).extracting(Notice::template).containsExactly("place-kept");
    assertThat(it.told.getFirst().values()).containsEntry("ticket", mine.token());
  }
}
