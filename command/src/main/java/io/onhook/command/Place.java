package io.onhook.command;

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
record Place(Path home, Path data) {
  Path service() {
    return built("app/target/onhook.jar");
  }

  Path sandbox() {
    return built("sandbox/target/onhook-sandbox.jar");
  }

  Path log(String name) {
    return data.resolve("logs").resolve(name + ".log");
  }

  /** The embedded PostgreSQL's main process, if one runs. */
  Optional<ProcessHandle> postgresql() {
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
