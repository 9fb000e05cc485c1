package io.onhook.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets a pack say only what differs from another: {@code from: {id: default, version: 1}}. Such a
 * file is a merge patch (RFC 7396) on the one that it names: mappings are merged, {@code null}
 * removes, all else replaces. The version is named as well, so that no rule changes under a pack
 * that nobody touched.
 */
final class PackFamily {
  private static final String FROM = "from";
  private static final String FORM = "Write from: {id: default, version: 1}, or leave it out.";

  private final List<PackFile> files;

  PackFamily(Collection<PackFile> files) {
    this.files = List.copyOf(files);
  }

  /** The file as if all of it were written out; empty, with a problem, where that can't be. */
  Optional<PackFile> whole(PackFile file, Collection<PackProblem> problems) {
    JsonNode from = file.tree().path(FROM);
    if (from.isMissingNode()) {
      return Optional.of(file);
    }
    if (!from.path("id").isString() || !from.path("version").isInt() || from.size() != 2) {
      problems.add(file.problem("/from", "It does not name a pack and its version.", FORM));
      return Optional.empty();
    }
    String id = from.path("id").asString();
    int version = from.path("version").asInt();
    Optional<PackFile> base =
        files.stream()
            .filter(it -> it.tree().path("id").asString("").equals(id))
            .filter(it -> it.tree().path("version").asInt(0) == version)
            .findFirst();
    if (base.isEmpty()) {
      problems.add(
          file.problem(
              "/from",
              "There is no pack \"" + id + "\" version " + version + ".",
              "Put its file back, or name one that there is."));
      return Optional.empty();
    }
    if (base.get().tree().has(FROM)) {
      problems.add(
          file.problem(
              "/from",
              "Pack \"" + id + "\" builds on another itself.",
              "Name one that says all of it, so that two files are the whole rule."));
      return Optional.empty();
    }
    ObjectNode own = (ObjectNode) file.tree().deepCopy();
    own.remove(FROM);
    var whole = (ObjectNode) base.get().tree().deepCopy();
    patch(whole, own);
    return Optional.of(new PackFile(file.name(), whole, file.lines()));
  }

  private static void patch(ObjectNode target, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> field : new ArrayList<>(patch.properties())) {
      JsonNode value = field.getValue();
      if (value.isNull()) {
        target.remove(field.getKey());
      } else if (value instanceof ObjectNode inner) {
        ObjectNode within =
            target.get(field.getKey()) instanceof ObjectNode there
                ? there
                : target.putObject(field.getKey());
        patch(within, inner);
      } else {
        target.set(field.getKey(), value);
      }
    }
  }
}
