package io.onhook.trials;

import io.onhook.stand.Said;
import io.onhook.trials.node.Bug;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param seed of the first schedule; the others have the numbers behind it
 * @param schedules how many, at most
 * @param minutes how long, at most; 0 for as long as it takes
 * @param kills whether nodes are killed cell by cell instead
 * @param most kills at most
 * @param nodes of a field, in a trial of kills: 1, 2, or 0 for both
 * @param fields how many run beside each other
 * @param wave how many schedules run at once in a field
 * @param drop names of parts of a replayed plan that are left out
 * @param disk whether PostgreSQL gets a small disk of its own, which weather can fill
 * @param replay whether the one plan of the seed is walked alone
 * @param campaign where figures are kept; null for nowhere
 */
record Options(
    long seed,
    int schedules,
    int minutes,
    boolean kills,
    int most,
    int nodes,
    int fields,
    int wave,
    boolean disk,
    boolean replay,
    List<Integer> drop,
    Bug bug,
    boolean json,
    @Nullable Path campaign) {

  static final String HELP =
      """
      ./onhook trial --seed S --schedules N [--minutes M] [--wave W] [--fields F] [--disk] [--json]
                              seeded plans, many at once, from the seeds S, S+1, …; with --disk
                              (as root) PostgreSQL's disk is full at times
      ./onhook trial --replay S [--drop 0,2]
                              the plan of seed S alone, without some of its parts
      ./onhook trial --kills [--most K] [--nodes 1|2] [--minutes M] [--fields F] [--json]
                              SIGKILL at each point of every step
      ./onhook trial --campaign …
                              goes on where the last campaign stopped, and keeps its figures
      """;

  private static final Set<String> FLAGS =
      Set.of("--kills", "--disk", "--json", "--campaign", "--help");

  static Options of(String[] args, Path home) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i++) {
      if (FLAGS.contains(args[i])) {
        given.put(args[i], "");
      } else if (args[i].startsWith("--") && i + 1 < args.length) {
        given.put(args[i], args[++i]);
      } else {
        throw new Said("Not understood: " + args[i] + "\n\n" + HELP);
      }
    }
    if (given.containsKey("--help")) {
      throw new Said(HELP);
    }
    boolean replay = given.containsKey("--replay");
    long fresh = System.nanoTime() & 0xffffffffL;
    return new Options(
        number(given, replay ? "--replay" : "--seed", fresh),
        (int) number(given, "--schedules", replay ? 1 : 200),
        (int) number(given, "--minutes", 0),
        given.containsKey("--kills"),
        (int) number(given, "--most", 100_000),
        (int) number(given, "--nodes", 0),
        (int) number(given, "--fields", 1),
        (int) number(given, "--wave", 200),
        given.containsKey("--disk"),
        replay,
        Stream.of(given.getOrDefault("--drop", "").split(","))
            .filter(text -> !text.isBlank())
            .map(Integer::parseInt)
            .toList(),
        Bug.valueOf(
            given
                .getOrDefault("--bug", "none")
                .toUpperCase(java.util.Locale.ROOT)
                .replace('-', '_')),
        given.containsKey("--json"),
        given.containsKey("--campaign") ? home.resolve("data/trials/campaign.json") : null);
  }

  private static long number(Map<String, String> given, String name, long otherwise) {
    String text = given.get(name);
    try {
      return text == null ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Said(name + " is a whole number, not " + text, e);
    }
  }
}
