package io.onhook.command;

import io.onhook.stand.Place;
import io.onhook.stand.Ports;
import io.onhook.stand.Said;
import io.onhook.stand.Screen;
import io.onhook.stand.Up;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./onhook}: what the words after it mean. The shell script beside it builds first. */
final class Command {
  private static final String HELP =
      """
      ./onhook                 starts everything and keeps it running; Ctrl-C stops it
      ./onhook --pack de       the same under another place's rules, billed in its currency: docs/packs.md
               --packs FOLDER  with packs of your own in that folder
               --data FOLDER   keeps the data there, not in .onhook
      ./onhook demo            ends a line from the first question to the certificate, and checks it
      ./onhook demo --keep     the same, and leaves everything running
      ./onhook test            runs all tests
      ./onhook bench engine    measures the engine beside others; ./onhook bench tells all benchmarks
      ./onhook trial           breaks things by seeded plans, and judges what must hold; --help tells more
      ./onhook journal verify  proves that no entry of the record was changed, cut or lost; takes --data
      ./onhook help            this
      """;

  private Command() {}

  public static void main(String[] args) {
    var screen = new Screen(System.out);
    try {
      System.exit(run(List.of(args), screen));
    } catch (Said e) {
      screen.line("");
      screen.line(String.valueOf(e.getMessage()).replace("%", "%%"));
      System.exit(1);
    }
  }

  private static int run(List<String> words, Screen screen) {
    Path home = Path.of(System.getProperty("onhook.home", ".")).toAbsolutePath().normalize();
    return switch (words.isEmpty() ? "up" : words.getFirst()) {
      case "help", "-h", "--help" -> {
        screen.line(HELP);
        yield 0;
      }
      case "up" -> up(Start.of(home, words.stream().skip(1).toList()), screen);
      case String option when option.startsWith("--") -> up(Start.of(home, words), screen);
      case "demo" -> {
        if (!Set.of("demo", "--keep").containsAll(words)) {
          throw new Said("./onhook demo knows one word: --keep");
        }
        yield Demo.run(home, words.contains("--keep"), screen);
      }
      case "journal" -> {
        if (words.size() < 2 || !words.get(1).equals("verify")) {
          throw new Said("./onhook journal knows one word: verify");
        }
        yield JournalProof.run(Start.place(home, words.subList(2, words.size())));
      }
      case "cancel", "mass" ->
          throw new Said("./onhook " + words.getFirst() + " is not there yet; see CHANGELOG.md");
      default -> throw new Said("./onhook does not know " + words.getFirst() + ".\n\n" + HELP);
    };
  }

  private static int up(Start start, Screen screen) {
    Place place = start.place();
    var up = new Up(place, Ports.USUAL, screen, start.pack(), List.of(Past.SETTING));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  screen.line("");
                  screen.step("Stopping");
                  up.close();
                  screen.step("Stopped; the data stays in %s", place.data());
                }));
    up.start();
    // From now on: the power may be cut while the past is lived, too.
    Thread keeper = Thread.ofPlatform().name("keeper").start(up::keep);
    Past.await(up, screen);
    Welcome.print(up, place, screen);
    try {
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
