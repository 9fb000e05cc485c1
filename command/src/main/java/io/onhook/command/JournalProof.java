package io.onhook.command;

import io.onhook.stand.Place;
import io.onhook.stand.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Has the product prove its own record, on the data of {@code ./onhook}. */
final class JournalProof {
  private JournalProof() {}

  static int run(Place place) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            place.service().toString(),
            "journal",
            "verify",
            "--spring.profiles.active=sandbox",
            "--onhook.data=" + place.data());
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new Said("The proof could not be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said("The proof was interrupted", e);
    }
  }
}
