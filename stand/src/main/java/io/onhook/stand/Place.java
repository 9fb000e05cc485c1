package io.onhook.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the built jars lie and where data goes.
 *
 * @param home the root of the source tree
 * @param data database, keys, logs; survives
 */
public record Place(Path home, Path data) {
  /** The product, to be started with {@code java -jar}. */
  public Path service() {
    return built("app/target/onhook.jar");
  }

  /** The simulated operator, to be started with {@code java -jar}. */
  public Path sandbox() {
    return built("sandbox/target/onhook-sandbox.jar");
  }

  /** Where a process of this name writes what it says. */
  public Path log(String name) {
    return data.resolve("logs").resolve(name + ".log");
  }

  /** How many signed roots of the record are written. */
  public int roots() {
    String[] roots = data.resolve("roots").toFile().list((folder, name) -> name.endsWith(".json"));
    return roots == null ? 0 : roots.length;
  }

  /** The embedded PostgreSQL's main process, if one runs. */
  public Optional<ProcessHandle> postgresql() {
    Path claim = data.resolve("postgresql/data/postmaster.pid");
    try (Stream<String> lines = Files.lines(claim)) {
      return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path built(String jar) {
    Path path = home.resolve(jar);
    if (!Files.exists(path)) {
      throw new Said(path + " is missing: run ./onhook, which builds it");
    }
    return path;
  }
}
