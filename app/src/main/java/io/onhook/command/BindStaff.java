package io.onhook.command;

import io.onhook.access.StaffAccounts;
import io.onhook.shared.Actor;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;

/** {@code staff bind}: at which offices a clerk or a branch manager works. */
final class BindStaff {
  private static final String OFFICES = "onhook.branch.offices";
  private static final String ALL = "all";
  private static final Actor CONSOLE = Actor.staff("console");

  private BindStaff() {}

  static int run(List<String> words, String[] settings, PrintStream out) {
    if (words.size() != 2) {
      out.println("Give two words: staff bind <username> <office,… or all>");
      return 1;
    }
    return AtRest.with(
        GiveAccess.Modules.class,
        settings,
        context -> bind(words.get(0), words.get(1), context, out));
  }

  private static int bind(
      String username, String offices, ApplicationContext context, PrintStream out) {
    Set<String> wanted = offices.equals(ALL) ? Set.of() : Set.of(offices.split(",", -1));
    Set<String> known = known(context);
    for (String office : wanted) {
      if (!known.contains(office)) {
        out.println(
            "There is no office %s in %s. There are: %s"
                .formatted(office, OFFICES, String.join(" ", known)));
        return 1;
      }
    }
    if (!context.getBean(StaffAccounts.class).bind(username, wanted, CONSOLE)) {
      out.println("There is no account %s. Add it first: staff add".formatted(username));
      return 1;
    }
    out.println(
        wanted.isEmpty()
            ? username + " may work at all offices."
            : username + " may work at: " + String.join(" ", new TreeSet<>(wanted)));
    return 0;
  }

  private static Set<String> known(ApplicationContext context) {
    return Binder.get(context.getEnvironment())
        .bind(OFFICES, Bindable.mapOf(String.class, Object.class))
        .map(Map::keySet)
        .map(TreeSet::new)
        .orElseGet(TreeSet::new);
  }
}
