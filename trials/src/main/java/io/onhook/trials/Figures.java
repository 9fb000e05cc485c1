package io.onhook.trials;

import io.onhook.stand.Http;
import io.onhook.stand.Said;
import io.onhook.trials.check.Invariant;
import io.onhook.trials.check.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was tried so far, in this run and, in a campaign, in those before it. */
final class Figures {
  private final TreeSet<String> cells = new TreeSet<>();
  private final Map<String, Integer> faults = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();
  private final List<String> seeds = new ArrayList<>();
  private long nextSeed;
  private int schedules;
  private int kills;

  /** Those of a campaign that was begun before. */
  static Figures of(Path campaign) {
    var figures = new Figures();
    if (!Files.exists(campaign)) {
      return figures;
    }
    JsonNode kept = Http.JSON.readTree(campaign);
    kept.path("cells").forEach(cell -> figures.cells.add(cell.asString()));
    kept.path("faults")
        .properties()
        .forEach(it -> figures.faults.put(it.getKey(), it.getValue().asInt()));
    kept.path("violations").forEach(it -> figures.violations.add(it.asString()));
    kept.path("seeds").forEach(it -> figures.seeds.add(it.asString()));
    figures.nextSeed = kept.path("nextSeed").asLong();
    figures.schedules = kept.path("schedules").asInt();
    figures.kills = kept.path("kills").asInt();
    return figures;
  }

  /** The seed from which a campaign goes on; this one if it has not begun. */
  synchronized long next(long seed) {
    return nextSeed == 0 ? seed : nextSeed;
  }

  synchronized void schedules(long from, int count) {
    schedules += count;
    seeds.add(from + ".." + (from + count - 1));
    nextSeed = Math.max(nextSeed, from + count);
  }

  synchronized void fault(String name, int times) {
    faults.merge(name, times, Integer::sum);
  }

  synchronized void kills(int count, int nodes, Iterable<String> struck) {
    kills += count;
    struck.forEach(cell -> cells.add(nodes + " " + cell));
  }

  /** Those of these cells where no node died yet, of so many; all if there is none. */
  synchronized Set<String> wanted(int nodes, Set<String> all) {
    var open = new LinkedHashSet<>(all);
    open.removeIf(cell -> cells.contains(nodes + " " + cell));
    return open.isEmpty() ? all : open;
  }

  synchronized void violations(Iterable<Violation> found) {
    found.forEach(violation -> violations.add(violation.toString()));
  }

  synchronized boolean clean() {
    return violations.isEmpty();
  }

  synchronized int kills() {
    return kills;
  }

  /** One object, as {@code --json} ends with. */
  synchronized ObjectNode summary(String trial) {
    ObjectNode summary =
        Http.JSON.createObjectNode().put("trial", trial).put("schedules", schedules);
    summary.set("seeds", Http.JSON.valueToTree(seeds));
    summary.put("kills", kills).put("cells", cells.size());
    summary.set("faults", Http.JSON.valueToTree(faults));
    summary.put("invariants_judged", Invariant.values().length);
    summary.put("violations", violations.size());
    return summary;
  }

  /** Whole or not at all. */
  synchronized void keep(Path campaign) {
    ObjectNode all = Http.JSON.createObjectNode();
    all.put("nextSeed", nextSeed).put("schedules", schedules).put("kills", kills);
    all.set("seeds", Http.JSON.valueToTree(seeds));
    all.set("cells", Http.JSON.valueToTree(cells));
    all.set("faults", Http.JSON.valueToTree(faults));
    all.set("violations", Http.JSON.valueToTree(violations));
    try {
      Files.createDirectories(campaign.getParent());
      Path draft = campaign.resolveSibling(campaign.getFileName() + ".new");
      Files.write(draft, Http.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
      Files.move(
          draft, campaign, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Said("The campaign's figures can't be kept: " + e.getMessage(), e);
    }
  }
}
