package io.onhook.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML into a tree that knows its lines, and a faultless tree into a {@link Pack}. */
final class PackReader {
  private static final String PLAIN_REMEDY = "Check indentation, colons and quotes near this line.";

  private final YAMLMapper mapper =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The tree; empty, with a problem, where the file is no YAML mapping. */
  Optional<PackFile> read(PackLoader.Source source, List<PackProblem> problems) {
    int before = problems.size();
    Map<String, Integer> lines = new HashMap<>();
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(source.file()).build())
              .composeString(source.text());
      if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
        problems.add(
            new PackProblem(
                source.file(),
                1,
                "",
                "This is not a pack.",
                "Begin with \"id: …\" at the margin."));
        return Optional.empty();
      }
      var walk = new Walk(new PackFile(source.file(), MissingNode.getInstance(), lines), problems);
      walk.node("", root.get());
    } catch (YamlEngineException e) {
      problems.add(
          new PackProblem(
              source.file(), lineOf(e), "", "This is not YAML: " + said(e), PLAIN_REMEDY));
    }
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new PackFile(source.file(), mapper.readTree(source.text()), lines));
  }

  Pack pack(PackFile file) {
    return mapper.treeToValue(file.tree(), Pack.class);
  }

  private static int lineOf(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked
        ? marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0)
        : 0;
  }

  private static String said(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked
        ? marked.getProblem() + "."
        : e.getMessage() + ".";
  }

  /** Notes each field's line; finds what a tree would hide: doubled keys and aliases. */
  private record Walk(PackFile file, List<PackProblem> problems) {
    void node(String pointer, Node node) {
      if (node.getAnchor().isPresent()) {
        problems.add(
            file.problem(
                pointer, "Anchors and aliases are not read.", "Write the text out in each place."));
        return;
      }
      switch (node) {
        case MappingNode mapping -> mapping(pointer, mapping);
        case SequenceNode sequence -> {
          for (int i = 0; i < sequence.getValue().size(); i++) {
            Node item = sequence.getValue().get(i);
            note(pointer + "/" + i, item);
            node(pointer + "/" + i, item);
          }
        }
        default -> {}
      }
    }

    private void mapping(String pointer, MappingNode mapping) {
      Set<String> keys = new HashSet<>();
      for (NodeTuple pair : mapping.getValue()) {
        if (!(pair.getKeyNode() instanceof ScalarNode scalar)) {
          problems.add(file.problem(pointer, "A key is not a word.", "Write \"name: value\"."));
          continue;
        }
        String key = pointer + "/" + scalar.getValue();
        boolean isNew = keys.add(key);
        note(key, scalar);
        if (!isNew) {
          problems.add(
              file.problem(key, "This is said twice.", "Keep one of them: only one would count."));
        }
        node(key, pair.getValueNode());
      }
    }

    private void note(String pointer, Node node) {
      node.getStartMark().map(Mark::getLine).ifPresent(l -> file.lines().put(pointer, l + 1));
    }
  }
}
