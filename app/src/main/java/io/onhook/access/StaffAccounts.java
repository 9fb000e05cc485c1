package io.onhook.access;

import io.onhook.access.Caps.Cap;
import io.onhook.shared.Actor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The operator's staff: who they are, what they may do, and their passwords (bcrypt). */
public final class StaffAccounts {
  private static final String WAY = "password";
  private static final int LONGEST = 72;

  private record Account(StaffPrincipal staff, String password, boolean disabled) {}

  private final JdbcClient jdbc;
  private final Caps caps;
  private final AccessJournal journal;
  private final SignInSettings settings;
  private final PasswordEncoder passwords = new BCryptPasswordEncoder(11);
  // Checked where there is no such account, so that the time tells nothing.
  private final String nobodys = passwords.encode("nobody");

  StaffAccounts(DataSource database, Caps caps, AccessJournal journal, SignInSettings settings) {
    this.jdbc = JdbcClient.create(database);
    this.caps = caps;
    this.journal = journal;
    this.settings = settings;
  }

  /**
   * Signs in.
   *
   * @param clientAddress IP address that the request came from
   */
  public StaffAnswer signIn(String username, String password, String clientAddress) {
    List<Cap> wrongs =
        List.of(
            Cap.hourly(
                "wrong-client", ClientAddress.key(clientAddress), settings.wrongPerClientAndHour()),
            Cap.hourly("wrong-account", username, settings.wrongPerAccountAndHour()));
    var retryAt = caps.reached(wrongs);
    if (retryAt.isPresent()) {
      return new StaffAnswer.TooMany(retryAt.get());
    }
    Optional<Account> account = find(username);
    boolean fits =
        passwords.matches(
            password.length() > LONGEST ? "" : password,
            account.map(Account::password).orElse(nobodys));
    if (fits && account.isPresent() && !account.get().disabled()) {
      journal.signedIn(account.get().staff().actor(), WAY);
      return new StaffAnswer.SignedIn(account.get().staff());
    }
    if (caps.take(wrongs).isEmpty()) {
      // A mistyped name may be a password: only a known name is written down.
      journal.refused(
          Actor.staff(account.map(known -> known.staff().username()).orElse("unknown")),
          WAY,
          "wrong-password");
    }
    return new StaffAnswer.Refused();
  }

  /**
   * Adds an account.
   *
   * @param username 2 to 40 small letters, digits, dots and dashes
   * @param password 12 to 72 characters
   * @return false if there is one of that name
   */
  public boolean add(
      String username, String displayName, String password, Set<Role> roles, Actor by) {
    if (!username.matches("[a-z0-9.-]{2,40}")) {
      throw new IllegalArgumentException("A username has 2 to 40 small letters, digits, . and -");
    }
    if (password.length() < 12 || password.length() > LONGEST) {
      throw new IllegalArgumentException("A password has 12 to 72 characters");
    }
    boolean added = insert(username, displayName, password, roles, false);
    if (added) {
      journal.accountAdded(by, username);
    }
    return added;
  }

  /**
   * Binds an account to offices, from its next page on.
   *
   * @param offices codes; none for all offices
   * @return false if there is no such account
   */
  public boolean bind(String username, Set<String> offices, Actor by) {
    boolean bound =
        jdbc.sql("UPDATE access.staff SET offices = ? WHERE username = ?")
                .params(offices.stream().sorted().toArray(String[]::new), username)
                .update()
            > 0;
    if (bound) {
      journal.accountBound(by, username, offices);
    }
    return bound;
  }

  /** The offices that an account is bound to; empty where it may work at all of them. */
  public Optional<Set<String>> offices(String username) {
    return jdbc.sql("SELECT offices FROM access.staff WHERE username = ?")
        .param(username)
        .query((row, n) -> Set.of((String[]) row.getArray(1).getArray()))
        .optional()
        .filter(offices -> !offices.isEmpty());
  }

  /** Adds a demo account, if it is not there; for the sandbox only. */
  void addDemo(String username, String displayName, String password, Set<Role> roles) {
    insert(username, displayName, password, roles, true);
  }

  boolean hasDemo() {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM access.staff WHERE demo)")
        .query(Boolean.class)
        .single();
  }

  private boolean insert(
      String username, String displayName, String password, Set<Role> roles, boolean demo) {
    if (find(username).isPresent()) {
      return false;
    }
    return jdbc.sql(
                """
                INSERT INTO access.staff (username, display_name, password, roles, demo)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .params(
                username,
                displayName,
                passwords.encode(password),
                roles.stream().map(Role::name).toArray(String[]::new),
                demo)
            .update()
        > 0;
  }

  private Optional<Account> find(String username) {
    if (username.length() > 40 || username.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return jdbc.sql(
            "SELECT username, display_name, roles, password, disabled FROM access.staff WHERE"
                + " username = ?")
        .param(username)
        .query(
            (row, n) ->
                new Account(
                    new StaffPrincipal(
                        row.getString(1),
                        row.getString(2),
                        Arrays.stream((String[]) row.getArray(3).getArray())
                            .map(Role::valueOf)
                            .collect(Collectors.toSet())),
                    row.getString(4),
                    row.getBoolean(5)))
        .optional();
  }
}
