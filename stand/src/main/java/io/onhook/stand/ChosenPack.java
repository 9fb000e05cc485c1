package io.onhook.stand;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The pack of rules that the service is to start with. Only what must be known before is read here:
 * that there is such a pack, and in which currency the operator beside it bills. Whether the pack
 * is right the service judges.
 *
 * @param id as the file says
 * @param currency ISO 4217
 * @param folder of the operator's own packs, if there is one
 */
public record ChosenPack(String id, String currency, Optional<Path> folder) {
  private static final String SHIPPED = "io/onhook/policy/packs";
  private static final YAMLMapper YAML = new YAMLMapper();

  /**
   * Looks among the packs that ship with the product, and in the folder.
   *
   * @throws Said naming the packs that there are, if this one is not among them
   */
  public static ChosenPack find(Place place, String id, Optional<Path> folder) {
    List<JsonNode> packs = new ArrayList<>();
    try (FileSystem jar = FileSystems.newFileSystem(place.service())) {
      read(jar.getPath(SHIPPED), packs);
    } catch (IOException e) {
      throw new Said("The packs in " + place.service() + " can't be read: " + e.getMessage(), e);
    }
    folder.ifPresent(own -> readOwn(own, packs));
    JsonNode pack =
        packs.stream()
            .filter(each -> id(each).equals(id))
            .max(Comparator.comparingInt(ChosenPack::version))
            .orElseThrow(() -> new Said(unknown(id, packs)));
    return new ChosenPack(id, currency(pack, packs), folder);
  }

  /** For the service, as on a command line. */
  public List<String> settings() {
    return Stream.concat(
            Stream.of("--onhook.pack=" + id),
            folder.stream().map(own -> "--onhook.packs=" + own.toAbsolutePath()))
        .toList();
  }

  private static void readOwn(Path folder, List<JsonNode> packs) {
    if (!Files.isDirectory(folder)) {
      throw new Said("There is no folder " + folder + ": create it, or leave --packs out.");
    }
    try {
      read(folder, packs);
    } catch (IOException e) {
      throw new Said("The packs in " + folder + " can't be read: " + e.getMessage(), e);
    }
  }

  private static void read(Path folder, List<JsonNode> packs) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
        try {
          packs.add(YAML.readTree(Files.readString(file)));
        } catch (JacksonException e) {
          throw new Said("%s is not YAML: %s".formatted(file, e.getMessage()), e);
        }
      }
    }
  }

  /** What it does not say itself the pack says that it differs from. */
  private static String currency(JsonNode pack, List<JsonNode> packs) {
    if (pack.has("currency")) {
      return pack.path("currency").asString("");
    }
    JsonNode from = pack.path("from");
    return packs.stream()
        .filter(each -> id(each).equals(id(from)) && version(each) == version(from))
        .map(base -> base.path("currency").asString(""))
        .filter(currency -> !currency.isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new Said(
                    "Pack %s names no currency: write currency: EUR, or whichever it reckons in."
                        .formatted(id(pack))));
  }

  private static String id(JsonNode pack) {
    return pack.path("id").asString("");
  }

  private static int version(JsonNode pack) {
    return pack.path("version").asInt(0);
  }

  private static String unknown(String id, List<JsonNode> packs) {
    String known =
        packs.stream().map(ChosenPack::id).distinct().sorted().collect(Collectors.joining(", "));
    return "No pack is called %s. Choose one of: %s. Packs of your own: --packs FOLDER"
        .formatted(id, known);
  }
}
