package io.onhook.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * The sandbox's well-known sign-ins. A service outside the sandbox does not start where they are.
 */
public final class DemoAccounts {
  /** Password of every demo account; the username is the role's key. */
  public static final String PASSWORD = "onhook-sandbox";

  /** Key of the demo client: all but deciding. */
  public static final String CLIENT_KEY = "ohk_sandbox_client_for_trying_things_out";

  /** Key of the demo reviewer: reading and deciding. */
  public static final String REVIEWER_KEY = "ohk_sandbox_reviewer_for_trying_things_out";

  private final StaffAccounts staff;
  private final ApiKeys keys;

  DemoAccounts(StaffAccounts staff, ApiKeys keys) {
    this.staff = staff;
    this.keys = keys;
  }

  /** Makes those that are missing. */
  void add() {
    for (Role role : Role.values()) {
      String name = role.key();
      staff.addDemo(name, "Demo " + name, PASSWORD, Set.of(role));
    }
    // Four eyes need a second reviewer; a store has more than one window.
    staff.addDemo("reviewer2", "Demo reviewer 2", PASSWORD, Set.of(Role.REVIEWER));
    staff.addDemo("clerk2", "Demo clerk 2", PASSWORD, Set.of(Role.CLERK));
    staff.addDemo("clerk3", "Demo clerk 3", PASSWORD, Set.of(Role.CLERK));
    keys.addDemo(
        "demo",
        "Sandbox client",
        CLIENT_KEY,
        EnumSet.complementOf(EnumSet.of(Scope.CANCELLATION_DECIDE)));
    keys.addDemo(
        "demo-reviewer",
        "Sandbox reviewer",
        REVIEWER_KEY,
        Set.of(Scope.CANCELLATION_READ, Scope.CANCELLATION_DECIDE));
  }

  /**
   * Refuses a service that is no sandbox.
   *
   * @throws IllegalStateException if demo accounts or keys are in its database
   */
  void refuse() {
    if (staff.hasDemo() || keys.hasDemo()) {
      throw new IllegalStateException(
          "This database has the sandbox's demo sign-ins, whose passwords everybody knows. Start"
              + " with the profile sandbox, or use another database.");
    }
  }
}
