package io.onhook.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The words before the settings: what to do instead of serving. */
public final class CommandLine {
  private CommandLine() {}

  /**
   * Does what the words say.
   *
   * @param args words, then settings that begin with {@code --}
   * @return the exit code; empty if there are no words, and the service is to be started
   */
  public static OptionalInt run(String[] args) {
    return run(args, System.out);
  }

  static OptionalInt run(String[] args, PrintStream out) {
    List<String> words = Arrays.stream(args).takeWhile(word -> !word.startsWith("--")).toList();
    String[] settings = Arrays.copyOfRange(args, words.size(), args.length);
    if (words.isEmpty()) {
      return OptionalInt.empty();
    }
    List<String> rest = words.subList(Math.min(2, words.size()), words.size());
    return OptionalInt.of(
        switch (String.join(" ", words.subList(0, Math.min(2, words.size())))) {
          case "journal verify" -> VerifyJournal.run(settings, out);
          case "staff add" -> GiveAccess.addStaff(rest, settings, out);
          case "staff bind" -> BindStaff.run(rest, settings, out);
          case "key issue" -> GiveAccess.issueKey(rest, settings, out);
          default -> unknown(words, out);
        });
  }

  private static int unknown(List<String> words, PrintStream out) {
    out.println(
        "There is no command %s. There are: journal verify, staff add, staff bind, key issue; without any, the service starts."
            .formatted(String.join(" ", words)));
    return 1;
  }
}
