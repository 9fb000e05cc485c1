package io.onhook.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names a process of this machine so that no other process, now or later, has the same name: the
 * boot, the process namespace, the number, the start. Linux only; elsewhere a lease has to run out.
 */
final class ProcessIdentity {
  private ProcessIdentity() {}

  /** The name; empty where the machine does not tell. */
  static Optional<String> of(long pid) {
    return machine().flatMap(machine -> start(pid).map(start -> machine + " " + pid + " " + start));
  }

  /** Whether the process of this name certainly no longer runs: it was here, and is gone. */
  static boolean gone(String identity) {
    String[] parts = identity.split(" ", -1);
    if (parts.length != 4 || machine().isEmpty()) {
      return false;
    }
    String machine = parts[0] + " " + parts[1];
    return machine.equals(machine().get())
        && !start(Long.parseLong(parts[2])).equals(Optional.of(parts[3]));
  }

  /** Two words: the boot's id and the process namespace's. */
  private static Optional<String> machine() {
    try {
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      String space = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
      return Optional.of(boot + " " + space);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Ticks from boot to the process's start: field 22 of its stat, behind the name in brackets. */
  private static Optional<String> start(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      // A process that has ended but was not yet reaped does nothing any more.
      return fields[0].equals("Z") ? Optional.empty() : Optional.of(fields[19]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
