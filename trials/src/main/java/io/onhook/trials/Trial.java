package io.onhook.trials;

import io.onhook.stand.Place;
import io.onhook.stand.Said;
import io.onhook.stand.Screen;
import io.onhook.trials.check.Invariant;
import io.onhook.trials.field.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code ./onhook trial}: see {@link Options#HELP}. Ends with 1 if anything was violated. */
public final class Trial {
  private Trial() {}

  public static void main(String[] args) {
    Path home = Path.of(System.getProperty("onhook.home", ".")).toAbsolutePath().normalize();
    var screen = new Screen(System.out);
    try {
      System.exit(run(Options.of(args, home), home, screen));
    } catch (Said e) {
      screen.line("%s", String.valueOf(e.getMessage()));
      System.exit(2);
    }
  }

  /**
   * Runs a trial.
   *
   * @return 0 if everything held
   */
  static int run(Options options, Path home, Screen screen) {
    Path kept = options.campaign();
    Figures figures = kept == null ? new Figures() : Figures.of(kept);
    screen.step(
        "%d invariants are judged; %d wait for later parts: %s",
        Invariant.values().length,
        Invariant.waiting().size(),
        String.join(", ", Invariant.waiting()));
    var work = new Work(options, figures, screen);
    var lanes = new ArrayList<Thread>();
    var failed = new AtomicReference<@Nullable Throwable>();
    for (int lane = 0; lane < options.fields(); lane++) {
      int number = lane;
      lanes.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      while (work.more()) {
                        lane(options, home, work, number);
                      }
                    } catch (RuntimeException | Error e) {
                      failed.set(e);
                      work.stop();
                    }
                  }));
    }
    join(lanes);
    Throwable cause = failed.get();
    if (cause instanceof Said said) {
      throw said;
    } else if (cause != null) {
      throw new Said("A trial broke off: " + cause, cause);
    }
    if (options.json()) {
      screen.line("%s", figures.summary(options.kills() ? "kills" : "schedules").toString());
    } else {
      screen.step("%s", figures.summary(options.kills() ? "kills" : "schedules").toString());
    }
    return figures.clean() ? 0 : 1;
  }

  /** One field, used until it has seen enough. */
  private static void lane(Options options, Path home, Work work, int number) {
    Path data = temporary();
    boolean fine;
    try (var field = field(options, new Place(home, data))) {
      // Somebody who loses patience leaves nothing behind.
      Thread ending = new Thread(field::close);
      Runtime.getRuntime().addShutdownHook(ending);
      fine = work.in(field, number);
      Runtime.getRuntime().removeShutdownHook(ending);
    }
    if (fine) {
      delete(data);
    }
  }

  private static Field field(Options options, Place place) {
    if (options.kills()) {
      // Only there a case comes to every step.
      return Field.whereSilenceApproves(place, options.bug());
    }
    return options.disk()
        ? Field.onSmallDisk(place, options.bug())
        : new Field(place, options.bug());
  }

  private static void join(List<Thread> lanes) {
    try {
      for (Thread lane : lanes) {
        lane.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("Interrupted", e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("onhook-trial-");
    } catch (IOException e) {
      throw new Said("No temporary folder: " + e.getMessage(), e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new Said("The temporary folder " + folder + " stays: " + e.getMessage(), e);
    }
  }
}
