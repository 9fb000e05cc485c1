package io.onhook.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One ordered list of steps that cases of this kind walk, from top to bottom.
 *
 * <p>A changed process is a new version; running cases finish on theirs. Names of processes and
 * steps are stored: they never change once released.
 *
 * @param name in kebab-case
 * @param version 1, 2, 3 …
 * @param stateType the record that a case of this process carries; stored as JSON
 * @param nodes the steps in order
 * @param closing what is written when a case ends, however it ends
 */
public record CaseProcess<C>(
    String name,
    int version,
    Class<C> stateType,
    List<Node<C>> nodes,
    @Nullable Class<? extends ClosingStep<C>> closing) {

  /** One place in a process, by its stored name. */
  public sealed interface Node<C> {
    String name();

    /** A step of its own class, with what takes it back. */
    record Run<C>(
        String name, Class<? extends Step<C>> step, @Nullable Class<? extends Step<C>> undo)
        implements Node<C> {}

    /** Nothing happens before this instant of the product's clock. */
    record WaitTime<C>(String name, Function<C, Instant> until) implements Node<C> {}

    /** Nothing happens before a signal of the node's name, where the state asks for it. */
    record WaitSignal<C>(String name, Predicate<C> needed) implements Node<C> {}

    /** Behind it a retraction is too late and a refusal is a bug. */
    record PointOfNoReturn<C>(String name) implements Node<C> {}
  }

  public static <C> Builder<C> process(String name, int version, Class<C> stateType) {
    return new Builder<>(name, version, stateType);
  }

  /** {@code name/version}, as stored with each case. */
  public String id() {
    return name + "/" + version;
  }

  /** Whether the node at this position stands behind the point of no return. */
  boolean irrevocable(int position) {
    for (int i = 0; i < position; i++) {
      if (nodes.get(i) instanceof Node.PointOfNoReturn) {
        return true;
      }
    }
    return false;
  }

  int position(String node) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).name().equals(node)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Process " + id() + " has no step " + node);
  }

  /** The process as text, one line a step: the approved picture in tests and docs. */
  public String draw() {
    var picture = new StringBuilder(id()).append('\n');
    for (Node<C> node : nodes) {
      picture.append(
          switch (node) {
            case Node.Run<C>(String step, var type, var undo) ->
                "  │ %-20s %s%s%n"
                    .formatted(
                        step,
                        type.getSimpleName(),
                        undo == null ? "" : "  ⟲ " + undo.getSimpleName());
            case Node.WaitTime<C>(String step, var until) -> "  ◷ %s%n".formatted(step);
            case Node.WaitSignal<C>(String step, var needed) -> "  ✉ %s%n".formatted(step);
            case Node.PointOfNoReturn<C> line -> "  ═ %s%n".formatted(line.name());
          });
    }
    if (closing != null) {
      picture.append("  ■ ").append(closing.getSimpleName()).append('\n');
    }
    return picture.toString();
  }

  /** Lists a process from top to bottom. */
  public static final class Builder<C> {
    private final String name;
    private final int version;
    private final Class<C> stateType;
    private final List<Node<C>> nodes = new ArrayList<>();
    private @Nullable Class<? extends ClosingStep<C>> closing;

    private Builder(String name, int version, Class<C> stateType) {
      this.name = name;
      this.version = version;
      this.stateType = stateType;
    }

    /** A local or remote step. */
    public Builder<C> step(String step, Class<? extends Step<C>> type) {
      return add(new Node.Run<>(step, type, null));
    }

    /** A person decides. */
    public Builder<C> decision(String step, Class<? extends Decision<C>> type) {
      return add(new Node.Run<>(step, type, null));
    }

    /** A case of another process is started and goes its own way. */
    public Builder<C> start(String step, Class<? extends ChildStep<C>> type) {
      return add(new Node.Run<>(step, type, null));
    }

    /** How the step above is taken back, if the case is retracted or refused later. */
    public Builder<C> undo(Class<? extends Step<C>> type) {
      if (!(nodes.removeLast() instanceof Node.Run<C>(String step, var forward, var none))
          || none != null) {
        throw new IllegalStateException("undo() belongs right behind the step that it takes back");
      }
      return add(new Node.Run<>(step, forward, type));
    }

    /** Waits for an instant that the state knows. */
    public Builder<C> wait(String step, Function<C, Instant> until) {
      return add(new Node.WaitTime<>(step, until));
    }

    /** Waits for a signal of this name where the state asks for it, else passes. */
    public Builder<C> waitFor(String signal, Predicate<C> needed) {
      return add(new Node.WaitSignal<>(signal, needed));
    }

    /** From here the case only goes forward. */
    public Builder<C> pointOfNoReturn() {
      return add(new Node.PointOfNoReturn<>("point-of-no-return"));
    }

    /** What is written when the case ends. */
    public Builder<C> closing(Class<? extends ClosingStep<C>> type) {
      closing = type;
      return this;
    }

    public CaseProcess<C> build() {
      Set<String> seen = new HashSet<>();
      for (Node<C> node : nodes) {
        if (!seen.add(node.name())) {
          throw new IllegalStateException("Process " + name + " names " + node.name() + " twice");
        }
      }
      if (nodes.isEmpty()) {
        throw new IllegalStateException("Process " + name + " has no steps");
      }
      return new CaseProcess<>(name, version, stateType, List.copyOf(nodes), closing);
    }

    private Builder<C> add(Node<C> node) {
      nodes.add(node);
      return this;
    }
  }
}
