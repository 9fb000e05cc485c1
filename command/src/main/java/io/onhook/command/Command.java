package io.onhook.command;

import io.onhook.stand.Place;
import io.onhook.stand.Ports;
import io.onhook.stand.Said;
import io.onhook.stand.Screen;
import io.onhook.stand.Up;
import java.nio.file.Path;
import java.util.List;

/** {@code ./onhook}: what the words after it mean. The shell script beside it builds first. */
final class Command {
  private static final String HELP =
      """
      ./onhook                 starts everything and keeps it running; Ctrl-C stops it
      ./onhook demo            ends a line from the first question to the certificate, and checks it
      ./onhook demo --keep     the same, and leaves everything running
      ./onhook test            runs all tests
      ./onhook bench engine    measures the engine beside others; ./onhook bench tells all benchmarks
      ./onhook trial           breaks things by seeded plans, and judges what must hold; --help tells more
      ./onhook journal verify  proves that no entry of the record was changed, cut or lost
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
      case "up" -> up(new Place(home, home.resolve(".onhook")), screen);
      case "demo" -> Demo.run(home, words.contains("--keep"), screen);
      case "journal" -> {
        if (!words.equals(List.of("journal", "verify"))) {
          throw new Said("./onhook journal knows one word: verify");
        }
        yield JournalProof.run(new Place(home, home.resolve(".onhook")));
      }
      case "help", "-h", "--help" -> {
        screen.line(HELP);
        yield 0;
      }
      case "cancel", "mass" ->
          throw new Said("./onhook " + words.getFirst() + " is not there yet; see CHANGELOG.md");
      default -> throw new Said("./onhook does not know " + words.getFirst() + ".\n\n" + HELP);
    };
  }

  private static int up(Place place, Screen screen) {
    var up = new Up(place, Ports.USUAL, screen, List.of(Past.SETTING));
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
    Past.await(up, screen);
    Welcome.print(up, place, screen);
    up.keep();
    return 0;
  }
}
