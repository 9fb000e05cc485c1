package io.onhook.sandbox;

import io.onhook.sandbox.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** Starts sandboxes for tests, on free ports. */
final class Sandboxes {
  static final String READY = "SANDBOX READY ";

  private Sandboxes() {}

  /** In this process. */
  static SandboxOperator here(Path data, String hlr, String... more) throws IOException {
    String[] usual = arguments(data, hlr);
    String[] all = Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return SandboxOperator.start(Options.of(all), Clock.systemUTC());
  }

  /** In a process of its own. */
  static Apart apart(Path data, String hlr) throws IOException {
    String[] arguments = arguments(data, hlr);
    String[] command = new String[arguments.length + 4];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    command[1] = "-cp";
    command[2] = System.getProperty("java.class.path");
    command[3] = SandboxOperator.class.getName();
    System.arraycopy(arguments, 0, command, 4, arguments.length);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null || !line.startsWith(READY)) {
      process.destroyForcibly();
      throw new IOException("The sandbox did not start; it said " + line);
    }
    return new Apart(
        process, Json.read(line.substring(READY.length()).getBytes(StandardCharsets.UTF_8)));
  }

  /** A running process and its ports. */
  record Apart(Process process, JsonNode ports) implements AutoCloseable {
    Client client() {
      return new Client(ports);
    }

    /** SIGKILL: no goodbye. */
    void kill() throws InterruptedException {
      process.destroyForcibly();
      process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      process.waitFor();
    }
  }

  private static String[] arguments(Path data, String hlr) {
    return new String[] {
      "--data",
      data.toString(),
      "--http-port",
      "0",
      "--smpp-port",
      "0",
      "--smtp-port",
      "0",
      "--ctrl-port",
      "0",
      "--vty-port",
      "0",
      "--hlr",
      hlr
    };
  }
}
