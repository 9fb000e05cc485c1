package io.onhook.policy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a tree against {@code pack.schema.json}. The schema's own descriptions are the remedies.
 */
final class PackSchema {
  private static final String FILE = "pack.schema.json";
  private static final int LONGEST_VALUE = 60;

  private final JsonNode document = JsonMapper.shared().readTree(text());
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text(), InputFormat.JSON);

  private static String text() {
    try (InputStream in = Objects.requireNonNull(PackSchema.class.getResourceAsStream(FILE))) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void check(PackFile file, List<PackProblem> problems) {
    for (Error error : schema.validate(file.tree())) {
      problems.add(problem(file, error));
    }
  }

  private PackProblem problem(PackFile file, Error error) {
    String at = pointer(error);
    JsonNode value = file.tree().at(at);
    String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "required" ->
          file.problem(
              at + "/" + property, "It is missing.", "Add it. " + described(error, property));
      case "additionalProperties" ->
          file.problem(
              at + "/" + property,
              "No such field.",
              "Remove it, or correct it to one of: " + known(error) + ".");
      case "enum" ->
          file.problem(
              at,
              shown(value) + " is none of the choices.",
              "Choose one of: " + words(error.getSchemaNode()) + ".");
      default -> file.problem(at, shown(value) + " does not fit here.", described(error, null));
    };
  }

  /** The keys from the root, as {@code /gates/arrears}. */
  private static String pointer(Error error) {
    var path = error.getInstanceLocation();
    var pointer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer.append('/').append(path.getElement(i));
    }
    return pointer.toString();
  }

  /** The description of the schema that failed, or of the property that is missing in it. */
  private String described(Error error, @Nullable String property) {
    JsonNode failed = failed(error);
    if (property != null) {
      JsonNode missing = resolved(failed.path("properties").path(property));
      failed = missing.has("description") ? missing : failed;
    }
    return failed.path("description").asString("Compare it with packs/default.yaml.");
  }

  private String known(Error error) {
    return words(failed(error).path("properties").propertyNames());
  }

  /** The schema object whose keyword failed. */
  private JsonNode failed(Error error) {
    var path = error.getSchemaLocation().getFragment();
    JsonNode node = document;
    JsonNode described = document;
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      node = node.path(String.valueOf(path.getElement(i)));
      described = node.has("description") ? node : described;
    }
    return described;
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  private static String shown(JsonNode value) {
    String text = value.isValueNode() ? value.asString() : value.toString();
    return "\""
        + (text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text)
        + "\"";
  }

  private static String words(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(JsonNode::asString)
        .collect(Collectors.joining(", "));
  }

  private static String words(Collection<String> values) {
    return String.join(", ", values);
  }
}
