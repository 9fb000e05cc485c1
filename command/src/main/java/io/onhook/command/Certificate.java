package io.onhook.command;

import io.onhook.stand.Said;
import io.onhook.stand.Screen;
import io.onhook.stand.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The PDF in hand: signed over all of it, and saying what is so. */
final class Certificate {
  private final Path file;
  private final Screen screen;

  Certificate(Path file, byte[] content, Screen screen) {
    this.file = file;
    this.screen = screen;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new Said("The certificate can't be written to " + file + ": " + e.getMessage(), e);
    }
  }

  void check(JsonNode found, JsonNode verification, Subject subject) {
    BothSides.must(
        verification.path("state").asString().equals("valid"),
        "anyone can verify the certificate: " + verification);
    screen.step("Certificate %s verifies for anyone", found.path("certificate").asString());
    if (installed("pdfsig")) {
      String said = run("pdfsig", "-nocert", file.toString());
      BothSides.must(
          said.contains("Signature is Valid"), "pdfsig finds the signature valid: " + said);
      BothSides.must(
          said.contains("Total document signed"), "the signature covers all of it: " + said);
      screen.step("pdfsig:  the signature is valid and covers the whole document");
    }
    if (installed("pdftotext")) {
      String text = run("pdftotext", "-layout", file.toString(), "-");
      for (String fact :
          List.of(found.path("certificate").asString(), subject.name(), number(text, subject))) {
        BothSides.must(text.contains(fact), "the certificate's text has " + fact + ":\n" + text);
      }
      BothSides.must(text.contains("注销"), "the certificate speaks Chinese:\n" + text);
      BothSides.must(text.contains("ended"), "the certificate speaks English:\n" + text);
      screen.step("pdftotext: number, name and dates, in Chinese and English");
    }
    screen.step("The certificate: %s", file);
  }

  /** As printed: whole, in groups or not. */
  private static String number(String text, Subject subject) {
    String national = subject.msisdn().substring(2);
    String grouped =
        national.substring(0, 3) + " " + national.substring(3, 7) + " " + national.substring(7);
    return text.contains(grouped) ? grouped : national;
  }

  private static boolean installed(String program) {
    return Files.isExecutable(Path.of("/usr/bin", program));
  }

  private static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } catch (IOException e) {
      throw new Said(command[0] + " did not run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Said(command[0] + " was interrupted", e);
    }
  }
}
