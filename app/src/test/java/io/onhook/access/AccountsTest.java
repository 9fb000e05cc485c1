package io.onhook.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhook.journal.Entry;
import io.onhook.journal.Journal;
import io.onhook.shared.Actor;
import io.onhook.testing.SettableClock;
import io.onhook.testing.TestDatabase;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff and programs: who gets in, and what is kept of their secrets. */
class AccountsTest {
  private static final Actor ADMIN = Actor.staff("admin");
  private static final String HOME = "192.0.2.7";

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:10:00Z"));
  private final AccessFixture access = new AccessFixture(database, new OneLine(), clock);

  @Test
  void signsStaffInWithTheirRoles() {
    access.staff.add("lin", "Lin", "correct horse", Set.of(Role.REVIEWER), ADMIN);

    assertThat(access.staff.signIn("lin", "correct horse", HOME))
        .isEqualTo(
            new StaffAnswer.SignedIn(new StaffPrincipal("lin", "Lin", Set.of(Role.REVIEWER))));
  }

  @Test
  void bindsStaffToOfficesUntilTheyAreReleased() {
    access.staff.add("lin", "Lin", "correct horse", Set.of(Role.CLERK), ADMIN);
    assertThat(access.staff.offices("lin")).isEmpty();
    assertThat(access.staff.offices("nobody")).isEmpty();

    assertThat(access.staff.bind("lin", Set.of("city-hall", "harbour"), ADMIN)).isTrue();
    assertThat(access.staff.bind("nobody", Set.of("harbour"), ADMIN)).isFalse();
    assertThat(access.staff.offices("lin")).contains(Set.of("city-hall", "harbour"));
    access.staff.bind("lin", Set.of(), ADMIN);
    assertThat(access.staff.offices("lin")).isEmpty();
    assertThat(new Journal(database.application(), clock).stream("access"))
        .filteredOn(entry -> entry.kind().equals("staff-bound"))
        .extracting(Entry::detail)
        .containsExactly("{\"offices\":\"city-hall,harbour\"}", "{\"offices\":\"\"}");
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownNameAlike() {
    access.staff.add("lin", "Lin", "correct horse", Set.of(Role.REVIEWER), ADMIN);

    assertThat(access.staff.signIn("lin", "wrong horse", HOME))
        .isEqualTo(access.staff.signIn("nobody", "wrong horse", HOME))
        .isEqualTo(access.staff.signIn("nobody\0", "x".repeat(5_000), HOME))
        .isEqualTo(new StaffAnswer.Refused());
    assertThat(new Journal(database.application(), clock).stream("access"))
        .extracting(Entry::kind)
        .containsExactly("staff-added", "sign-in-refused", "sign-in-refused", "sign-in-refused");
  }

  @Test
  void stopsGuessingOfOneAccountFromManyAddresses() {
    access.staff.add("lin", "Lin", "correct horse", Set.of(Role.REVIEWER), ADMIN);
    for (int i = 0; i < 10; i++) {
      access.staff.signIn("lin", "wrong horse", "192.0.2." + i);
    }

    assertThat(access.staff.signIn("lin", "correct horse", "198.51.100.1"))
        .isEqualTo(new StaffAnswer.TooMany(Instant.parse("2026-11-22T11:00:00Z")));
  }

  @Test
  void knowsAProgramByItsKeyUntilThatIsRevoked() {
    String key =
        access.keys.issue("shop", "Shop", Set.of(Scope.CANCELLATION_READ), ADMIN).orElseThrow();

    assertThat(access.keys.client(key))
        .contains(new ApiClient("shop", "Shop", Set.of(Scope.CANCELLATION_READ)));
    assertThat(access.keys.client(key + "x")).isEmpty();
    assertThat(access.keys.client("")).isEmpty();
    assertThat(access.keys.issue("shop", "Other", Set.of(), ADMIN)).isEmpty();
    access.keys.revoke("shop", ADMIN);
    assertThat(access.keys.client(key)).isEmpty();
  }

  @Test
  void keepsNoPasswordAndNoKey() {
    access.staff.add("lin", "Lin", "correct horse", Set.of(Role.REVIEWER), ADMIN);
    String key = access.keys.issue("shop", "Shop", Set.of(), ADMIN).orElseThrow();

    String rows =
        JdbcClient.create(database.application())
            .sql(
                "SELECT (SELECT string_agg(s::text, ' ') FROM access.staff s) || (SELECT"
                    + " string_agg(k::text, ' ') FROM access.api_key k)")
            .query(String.class)
            .single();
    assertThat(rows).contains("lin").contains("shop");
    assertThat(rows).doesNotContain("correct horse").doesNotContain(key);
  }

  @Test
  void makesDemoSignInsOnceAndRefusesThemOutsideTheSandbox() {
    var demo = new DemoAccounts(access.staff, access.keys);
    demo.refuse();
    demo.add();
    demo.add();

    assertThat(access.staff.signIn("reviewer", DemoAccounts.PASSWORD, HOME))
        .isInstanceOf(StaffAnswer.SignedIn.class);
    assertThat(access.keys.client(DemoAccounts.CLIENT_KEY)).isPresent();
    assertThat(access.keys.client(DemoAccounts.REVIEWER_KEY)).isPresent();
    assertThatThrownBy(demo::refuse).hasMessageContaining("profile sandbox");
  }
}
