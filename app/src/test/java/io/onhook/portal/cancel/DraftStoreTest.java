package io.onhook.portal.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhook.access.HolderPrincipal;
import io.onhook.access.Holders;
import io.onhook.cancellation.CopyNeeded;
import io.onhook.cancellation.Hanging;
import io.onhook.document.Document;
import io.onhook.line.LineId;
import io.onhook.notice.Notice.Channel;
import io.onhook.policy.Fate;
import io.onhook.policy.Packs;
import io.onhook.policy.Paper;
import io.onhook.portal.Samples;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import io.onhook.testing.TestVault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DraftStoreTest {
  private static final HolderPrincipal HOLDER = Holders.of("P-1", "L-1");

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
  private final DraftStore drafts =
      new DraftStore(
          database.application(),
          TestVault.on(database).vault(),
          new Packs(List.of(Samples.PACK), Samples.PACK.id()),
          clock);
  private final DraftLinks links =
      new DraftLinks(database.application(), TestVault.on(database).vault(), clock);

  @Test
  void leadsBackToItsOwnHoldersDraftOnlyAndOnlyByTheLastLink() {
    Draft draft = drafts.of(HOLDER).withCared(true, List.of());
    drafts.keep(HOLDER, draft);
    String first = links.make(draft);
    assertThat(links.leadsTo(first, HOLDER)).isTrue();
    assertThat(links.leadsTo(first, Holders.of("P-2", "L-1"))).isFalse();
    assertThat(links.leadsTo(first, Holders.of("P-1", "L-2"))).isFalse();
    assertThat(links.leadsTo("", HOLDER)).isFalse();
    String second = links.make(draft);
    assertThat(second).isNotEqualTo(first).hasSize(22);
    assertThat(links.leadsTo(first, HOLDER)).isFalse();
    drafts.keep(HOLDER, draft.with(new Draft.Refund(null, null)));
    assertThat(links.leadsTo(second, HOLDER)).as("after a change").isTrue();
    drafts.forget(HOLDER);
    assertThat(links.leadsTo(second, HOLDER)).as("after it was sent").isFalse();
  }

  @Test
  void keepsEveryAnswerSealedForItsHolderOnly() {
    Draft draft =
        drafts
            .of(HOLDER)
            .with(new Draft.Identity("resident-id", "张伟", "11010519491231002X"))
            .with(new Draft.End(LocalDate.of(2026, 12, 24)))
            .with(new Draft.Reach(Channel.EMAIL, "a@example.com", null, clock.instant()))
            .with(new Draft.Refund("4111111111111111", null))
            .withCared(true, List.of("bank"))
            .withFates(Map.of("L-2", Fate.PROMOTE))
            .asked(
                false,
                List.of(new CopyNeeded(Paper.RESIDENT_ID, 2)),
                List.of(new Hanging(new LineId("L-2"), "SIM", true, List.of(Fate.PROMOTE))));
    var paper = new Document("d1", Paper.RESIDENT_ID, 2, clock.instant(), null);
    drafts.keep(HOLDER, draft.withPapers(List.of(paper)));

    // The papers lie elsewhere.
    assertThat(drafts.of(HOLDER)).isEqualTo(draft);
    assertThat(drafts.of(Holders.of("P-2", "L-1")).identity()).isNull();
    assertThat(rows("box LIKE '%张伟%' OR key LIKE '%P-1%'")).isZero();
  }

  @Test
  void forgetsWhatWasSentAndWhatNobodyCameBackTo() {
    drafts.keep(HOLDER, drafts.of(HOLDER).withCared(true, List.of()));
    drafts.forget(HOLDER);
    assertThat(drafts.of(HOLDER).cared()).isFalse();

    drafts.keep(HOLDER, drafts.of(HOLDER).withCared(true, List.of()));
    clock.advance(Duration.ofDays(29));
    drafts.forgetOld();
    assertThat(drafts.of(HOLDER).cared()).isTrue();
    clock.advance(Duration.ofDays(2));
    drafts.forgetOld();
    assertThat(drafts.of(HOLDER).cared()).isFalse();
    assertThat(rows("true")).isZero();
  }

  private int rows(String where) {
    return JdbcClient.create(database.owner())
        .sql("SELECT count(*) FROM portal.draft WHERE " + where)
        .query(Integer.class)
        .single();
  }
}
