package io.onhook.bench;

import io.onhook.stand.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Seconds of CPU, as Linux counts them in {@code /proc}. */
final class Cpu {
  /** What a clock tick is to programs, on every Linux. */
  private static final double TICKS_PER_SECOND = 100;

  private static final Path PROC = Path.of("/proc");

  /** Of the words behind a process's name in its {@code stat}. */
  private static final int USER = 11;

  private Cpu() {}

  /** What a process has used. */
  static double of(long pid) {
    return sum(PROC.resolve(Long.toString(pid)).resolve("stat"), 2);
  }

  /** What a process, its children and those that have ended already have used. */
  static double ofFamily(long pid) {
    return Stream.concat(
            Stream.of(pid),
            ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).map(ProcessHandle::pid))
        .mapToDouble(one -> sum(PROC.resolve(Long.toString(one)).resolve("stat"), 4))
        .sum();
  }

  /** What the compilers of a Java process have used: less and less, the longer it runs. */
  static double ofCompilers(long pid) {
    return ofThreads(pid, name -> name.matches("C[12] CompilerThre.*"));
  }

  private static double ofThreads(long pid, Predicate<String> named) {
    double seconds = 0;
    try (Stream<Path> tasks = Files.list(PROC.resolve(Long.toString(pid)).resolve("task"))) {
      for (Path task : tasks.toList()) {
        if (named.test(text(task.resolve("comm")).strip())) {
          seconds += sum(task.resolve("stat"), 2);
        }
      }
    } catch (IOException e) {
      throw new Said("Could not measure: " + e.getMessage(), e);
    }
    return seconds;
  }

  /** What all processors of this machine have been busy with, whoever it was. */
  static double ofMachine() {
    // cpu user nice system idle iowait irq softirq steal
    String[] words = text(PROC.resolve("stat")).lines().findFirst().orElse("").split(" +");
    double ticks = 0;
    for (int word : List.of(1, 2, 3, 6, 7, 8)) {
      ticks += Double.parseDouble(words[word]);
    }
    return ticks / TICKS_PER_SECOND;
  }

  /** The first of user, system, children's user and children's system time, so many of them. */
  private static double sum(Path stat, int count) {
    String all = text(stat);
    if (all.isEmpty()) {
      return 0;
    }
    String[] words = all.substring(all.lastIndexOf(')') + 2).split(" ");
    double ticks = 0;
    for (int i = USER; i < USER + count; i++) {
      ticks += Double.parseDouble(words[i]);
    }
    return ticks / TICKS_PER_SECOND;
  }

  /** Empty for a process or thread that has ended meanwhile. */
  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
