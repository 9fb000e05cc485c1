package io.onhook.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.onhook.access.Role;
import io.onhook.access.StaffPrincipal;
import io.onhook.cancellation.CancellationView;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.document.Documents;
import io.onhook.document.Purpose;
import io.onhook.document.Viewer;
import io.onhook.policy.Packs;
import io.onhook.portal.Samples;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may look at papers, and for what. */
class PaperDeskTest {
  private static final StaffPrincipal LIN = staff("lin", Role.REVIEWER);
  private static final StaffPrincipal AUDITOR = staff("shen", Role.AUDITOR);
  private static final CancellationView TO_DECIDE =
      Samples.view(LineTrack.IN_REVIEW, MoneyTrack.BEING_SETTLED);
  private static final CancellationView DECIDED =
      Samples.view(LineTrack.SCHEDULED, MoneyTrack.BEING_SETTLED);

  private final Documents documents = mock(Documents.class);
  private final PaperDesk desk =
      new PaperDesk(documents, new Packs(List.of(Samples.PACK), Samples.PACK.id()));

  @Test
  void eachRoleHasItsReasons() {
    assertThat(PaperDesk.purposes(LIN, TO_DECIDE)).containsExactly(Purpose.REVIEW);
    assertThat(PaperDesk.purposes(LIN, DECIDED))
        .containsExactly(Purpose.COMPLAINT, Purpose.SECURITY);
    assertThat(PaperDesk.purposes(AUDITOR, TO_DECIDE)).containsExactly(Purpose.AUDIT);
    assertThat(PaperDesk.purposes(staff("xu", Role.OPERATIONS), TO_DECIDE)).isEmpty();
  }

  @Test
  void nobodyLooksIntoTheirOwnCase() {
    var holder = staff(TO_DECIDE.partyId(), Role.REVIEWER, Role.AUDITOR);
    assertThat(PaperDesk.purposes(holder, TO_DECIDE)).isEmpty();
    assertThat(desk.look(TO_DECIDE, holder, "review", "d1", 1)).isEmpty();
    verify(documents, never()).view(any(), any(), anyInt());
  }

  @Test
  void noPictureWithoutAReasonThatFits() {
    when(documents.view(new Viewer(LIN.actor(), TO_DECIDE.reference(), Purpose.REVIEW), "d1", 1))
        .thenReturn(Optional.of(new byte[1]));
    assertThat(desk.look(TO_DECIDE, LIN, "review", "d1", 1)).isPresent();
    for (String purpose : List.of("", "audit", "curiosity", "complaint")) {
      assertThat(desk.look(TO_DECIDE, LIN, purpose, "d1", 1)).as(purpose).isEmpty();
    }
    assertThat(desk.look(DECIDED, LIN, "review", "d1", 1)).isEmpty();
  }

  private static StaffPrincipal staff(String name, Role... roles) {
    return new StaffPrincipal(name, name, Set.of(roles));
  }
}
