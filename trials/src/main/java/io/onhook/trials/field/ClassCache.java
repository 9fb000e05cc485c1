package io.onhook.trials.field;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Java's cache of loaded and linked classes: a node starts from it in a third of the time. It can
 * only be made of jars, so a run from class folders (a test) goes without.
 */
final class ClassCache {
  private final Path file;
  private boolean refused;

  ClassCache(Path file) {
    this.file = file;
  }

  /** Options for a node that starts now. */
  List<String> options() {
    if (refused || !ofJars()) {
      return List.of();
    }
    return Files.exists(file) ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off") : List.of();
  }

  /** Options for the node whose orderly end makes the cache; empty if there is one. */
  List<String> making() {
    return !refused && ofJars() && !Files.exists(file)
        ? List.of("-XX:AOTCacheOutput=" + file, "-Xlog:aot=off")
        : List.of();
  }

  /** It could not be made; nodes start without. */
  void giveUp() {
    refused = true;
  }

  private static boolean ofJars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .allMatch(part -> part.endsWith(".jar"));
  }
}
