package io.onhook.command;

import java.nio.file.Files;
import java.nio.file.Path;

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

  private Path built(String jar) {
    Path path = home.resolve(jar);
    if (!Files.exists(path)) {
      throw new Said(path + " is missing: run ./onhook, which builds it");
    }
    return path;
  }
}
