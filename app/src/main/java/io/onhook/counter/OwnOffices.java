package io.onhook.counter;

import io.onhook.access.StaffAccounts;
import io.onhook.access.StaffPrincipal;
import io.onhook.branch.Office;
import io.onhook.branch.Offices;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The offices at which a member of staff may work: all, unless the account is bound to some. */
@Component
public class OwnOffices {
  private final StaffAccounts accounts;
  private final Offices offices;

  OwnOffices(StaffAccounts accounts, Offices offices) {
    this.accounts = accounts;
    this.offices = offices;
  }

  /** In the operator's order. */
  public List<Office> of(StaffPrincipal staff) {
    Optional<Set<String>> bound = accounts.offices(staff.username());
    return offices.all().stream()
        .filter(office -> bound.isEmpty() || bound.get().contains(office.code()))
        .toList();
  }

  /** Whether somebody may work at all of these, which may be none that there are. */
  boolean allow(StaffPrincipal staff, Set<String> codes) {
    return codes.isEmpty()
        || accounts.offices(staff.username()).map(bound -> bound.containsAll(codes)).orElse(true);
  }
}
