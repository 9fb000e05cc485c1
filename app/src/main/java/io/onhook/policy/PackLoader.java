package io.onhook.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;

/** Reads every pack, collects what is wrong in all of them, and only then gives up. */
final class PackLoader {
  private static final String OWN = "classpath*:io/onhook/policy/packs/*.yaml";

  private final PackReader reader = new PackReader();
  private final PackSchema schema = new PackSchema();

  /** One file's text and its name as people know it. */
  record Source(String file, String text) {}

  /**
   * @param folder of the operator's own packs
   * @param chosen id of the pack in force
   * @throws WrongPacks naming every problem
   * @throws IOException if a file can't be read
   */
  Packs load(Optional<Path> folder, String chosen) throws IOException {
    var sources = new ArrayList<Source>();
    for (Resource own : new PathMatchingResourcePatternResolver().getResources(OWN)) {
      sources.add(
          new Source("packs/" + own.getFilename(), own.getContentAsString(StandardCharsets.UTF_8)));
    }
    if (folder.isPresent()) {
      sources.addAll(inFolder(folder.get()));
    }
    return load(sources, chosen);
  }

  private static List<Source> inFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new WrongPacks(
          List.of(
              new PackProblem(
                  folder.toString(),
                  0,
                  "",
                  "The folder of onhook.packs does not exist.",
                  "Create it, or leave the setting out.")));
    }
    var sources = new ArrayList<Source>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        sources.add(new Source(file.toString(), Files.readString(file)));
      }
    }
    return sources;
  }

  Packs load(List<Source> sources, String chosen) {
    var problems = new ArrayList<PackProblem>();
    var packs = new ArrayList<Pack>();
    Map<String, String> seen = new HashMap<>();
    var files = new ArrayList<PackFile>();
    sources.forEach(source -> reader.read(source, problems).ifPresent(files::add));
    var family = new PackFamily(files);
    for (PackFile file : files) {
      family
          .whole(file, problems)
          .flatMap(whole -> checked(whole, problems))
          .ifPresent(
              pack -> {
                String other = seen.putIfAbsent(pack.id() + " " + pack.version(), file.name());
                if (other != null) {
                  problems.add(doubled(file.name(), other, pack));
                }
                packs.add(pack);
              });
    }
    if (problems.isEmpty() && packs.stream().noneMatch(pack -> pack.id().equals(chosen))) {
      problems.add(unknown(chosen, packs));
    }
    if (!problems.isEmpty()) {
      throw new WrongPacks(problems);
    }
    return new Packs(packs, chosen);
  }

  private Optional<Pack> checked(PackFile file, List<PackProblem> problems) {
    var found = new ArrayList<PackProblem>();
    schema.check(file, found);
    new PackChecks(file, found).all();
    problems.addAll(found);
    if (!found.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.pack(file));
    } catch (JacksonException e) {
      problems.add(
          new PackProblem(
              file.name(),
              0,
              e.getPathReference(),
              "The pack can't be read: " + e.getOriginalMessage(),
              "Compare this field with packs/default.yaml."));
      return Optional.empty();
    }
  }

  private static PackProblem doubled(String file, String other, Pack pack) {
    return new PackProblem(
        file,
        0,
        "version",
        "Pack \"" + pack.id() + "\" version " + pack.version() + " is also in " + other + ".",
        "Give one of them another id or a higher version.");
  }

  private static PackProblem unknown(String chosen, List<Pack> packs) {
    var ids = new TreeSet<String>();
    packs.forEach(pack -> ids.add(pack.id()));
    return new PackProblem(
        "onhook.pack",
        0,
        "",
        "No pack is called \"" + chosen + "\".",
        "Choose one of: " + String.join(", ", ids) + ".");
  }
}
