package io.onhook.command;

import io.onhook.stand.Http;
import io.onhook.stand.Patience;
import io.onhook.stand.Place;
import io.onhook.stand.Ports;
import io.onhook.stand.Said;
import io.onhook.stand.Screen;
import io.onhook.stand.Subject;
import io.onhook.stand.Up;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The main job without a person, on data of its own, checked on both sides. */
final class Demo {
  private Demo() {}

  static int run(Path home, boolean keep, Screen screen) {
    Place place = new Place(home, temporary());
    var up = new Up(place, Ports.ANY, screen);
    var fine = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  up.close();
                  if (fine.get()) {
                    delete(place.data());
                  } else {
                    screen.line("Data and logs stay in %s", place.data());
                  }
                }));
    up.start();
    screen.more(
        up.operator().realHlr()
            ? "it is a real osmo-hlr"
            : "osmo-hlr is not installed (apt-get install osmo-hlr); the operator simulates it");
    Path certificate = walk(up, home, screen);
    Patience.until("a signed root of the record", Duration.ofSeconds(30), () -> place.roots() > 0);
    BothSides.must(JournalProof.run(place) == 0, "our own record holds");
    screen.step("All of it holds. The certificate is %s", certificate);
    fine.set(true);
    if (keep) {
      Welcome.print(up, place, screen);
      up.keep();
    }
    return 0;
  }

  private static Path walk(Up up, Path home, Screen screen) {
    var subject = Subject.of(new Http(up.operator().address(), Map.of()), "L-0001");
    var sides = new BothSides(up::operator, subject, screen);
    var walk = new Walk(up.service().address(), subject, screen, steps -> {});
    JsonNode found = walk.run();
    sides.check(found);
    String reference = found.path("reference").asString();
    Path file = home.resolve("target/demo").resolve(reference + ".pdf");
    new Certificate(file, walk.certificate(reference), screen)
        .check(found, walk.verification(found.path("certificate").asString()), subject);
    return file;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("onhook-demo-");
    } catch (IOException e) {
      throw new Said("No temporary folder: " + e.getMessage(), e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new Said("The temporary folder " + folder + " stays: " + e.getMessage(), e);
    }
  }
}
