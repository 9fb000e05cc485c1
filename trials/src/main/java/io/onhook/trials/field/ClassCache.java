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
    return fresh() ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off") : List.of();
  }

  /** Options for the node whose orderly end makes the cache; empty if there is one. */
  List<String> making() {
    return !refused && ofJars() && !fresh()
        ? List.of("-XX:AOTCacheOutput=" + file, "-Xlog:aot=off")
        : List.of();
  }

  /** It could not be made; nodes start without. */
  void giveUp() {
    refused = true;
  }

  /** Java takes a cache only for the very jars that it was made of, and says nothing otherwise. */
  private boolean fresh() {
    return Files.exists(file)
        && jars().allMatch(jar -> jar.lastModified() <= file.toFile().lastModified());
  }

  /** Those of the class path, and the libraries beside them. */
  private static Stream<File> jars() {
    return classPath()
        .map(File::new)
        .flatMap(
            jar -> {
              File[] libraries = new File(jar.getAbsoluteFile().getParentFile(), "lib").listFiles();
              return Stream.concat(
                  Stream.of(jar), libraries == null ? Stream.empty() : Stream.of(libraries));
            });
  }

  private static Stream<String> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  private static boolean ofJars() {
    return classPath().allMatch(part -> part.endsWith(".jar"));
  }
}
