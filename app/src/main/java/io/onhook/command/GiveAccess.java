package io.onhook.command;

import io.onhook.access.ApiKeys;
import io.onhook.access.Role;
import io.onhook.access.Scope;
import io.onhook.access.StaffAccounts;
import io.onhook.shared.Actor;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/**
 * {@code staff add} and {@code key issue}: the first sign-ins of a service that is no sandbox. The
 * secret is made here and shown once. Whoever runs this can read the database's passwords anyway.
 */
final class GiveAccess {
  private static final String STAFF =
      "staff add <username> <display name> <role,…>; roles: " + names(Role.values(), Role::name);
  private static final String KEY =
      "key issue <client> <display name> <scope,…>; scopes: " + names(Scope.values(), Scope::text);

  private static final Actor CONSOLE = Actor.staff("console");

  private GiveAccess() {}

  /** Adds a member of staff with a password made here. */
  static int addStaff(List<String> words, String[] settings, PrintStream out) {
    Optional<Set<Role>> roles =
        words.size() == 3
            ? chosen(words.get(2).toUpperCase(Locale.ROOT), Role.values(), Role::name)
            : Optional.empty();
    if (roles.isEmpty()) {
      return usage(STAFF, out);
    }
    return in(
        settings,
        out,
        context -> {
          String password = secret(15);
          boolean added =
              context
                  .getBean(StaffAccounts.class)
                  .add(words.get(0), words.get(1), password, roles.get(), CONSOLE);
          return added
              ? List.of(
                  words.get(0)
                      + " may sign in at /staff with this password. It is shown this once:",
                  password)
              : List.of();
        });
  }

  /** Issues an API key. */
  static int issueKey(List<String> words, String[] settings, PrintStream out) {
    Optional<Set<Scope>> scopes =
        words.size() == 3 ? chosen(words.get(2), Scope.values(), Scope::text) : Optional.empty();
    if (scopes.isEmpty()) {
      return usage(KEY, out);
    }
    return in(
        settings,
        out,
        context ->
            context
                .getBean(ApiKeys.class)
                .issue(words.get(0), words.get(1), scopes.get(), CONSOLE)
                .map(key -> List.of("The key of " + words.get(0) + ". It is shown this once:", key))
                .orElseGet(List::of));
  }

  private static int in(
      String[] settings, PrintStream out, Function<ApplicationContext, List<String>> work) {
    return AtRest.with(
        Modules.class,
        settings,
        context -> {
          try {
            List<String> said = work.apply(context);
            said.forEach(out::println);
            if (said.isEmpty()) {
              out.println("There is one of that name already. Choose another name.");
            }
            return said.isEmpty() ? 1 : 0;
          } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            return 1;
          }
        });
  }

  private static int usage(String usage, PrintStream out) {
    out.println("Give three words: " + usage);
    return 1;
  }

  private static <E extends Enum<E>> Optional<Set<E>> chosen(
      String text, E[] all, Function<E, String> name) {
    List<String> words = Arrays.asList(text.split(",", -1));
    List<E> found =
        Stream.of(all).filter(each -> words.contains(name.apply(each))).distinct().toList();
    return found.size() == words.size() ? Optional.of(EnumSet.copyOf(found)) : Optional.empty();
  }

  private static <E> String names(E[] all, Function<E, String> name) {
    return Stream.of(all)
        .map(each -> name.apply(each).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  private static String secret(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Accounts and keys, and the record that says who made them. */
  @ComponentScan({
    "io.onhook.database",
    "io.onhook.clock",
    "io.onhook.vault",
    "io.onhook.journal",
    "io.onhook.access"
  })
  static class Modules {}
}
