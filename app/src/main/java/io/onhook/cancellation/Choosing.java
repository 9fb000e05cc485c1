package io.onhook.cancellation;

import io.onhook.line.Line;
import io.onhook.line.LineId;
import io.onhook.policy.Fate;
import io.onhook.policy.Pack;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a request decides about the products that hang on its line. Pure. */
final class Choosing {
  private static final String FIELD = "dependants";

  private Choosing() {}

  /** Those of which something is decided that the pack allows. */
  static List<Dependant> dependants(CancelLine request, Pack pack, Line line) {
    return Hanging.of(pack, line).stream()
        .flatMap(
            it ->
                chosen(it, request).stream()
                    .map(fate -> new Dependant(it.id(), it.name(), it.isLine(), fate)))
        .toList();
  }

  private static Optional<Fate> chosen(Hanging it, CancelLine request) {
    return Optional.ofNullable(request.dependants().get(it.id().value()))
        .filter(it.choices()::contains);
  }

  /** Decisions about what does not hang on the line, or that the pack does not allow. */
  static List<CancellationRefusal> wrong(CancelLine request, Pack pack, Line line) {
    Set<String> fine =
        dependants(request, pack, line).stream()
            .map(it -> it.id().value())
            .collect(Collectors.toSet());
    return request.dependants().keySet().stream()
        .filter(product -> !fine.contains(product))
        .sorted()
        .<CancellationRefusal>map(
            product ->
                new CancellationRefusal.WrongField(
                    field(product), "dependant.choice", "Choose what is offered for it."))
        .toList();
  }

  /** Each product is a field of its own. */
  private static String field(String product) {
    return FIELD + "." + product;
  }

  static CancellationRefusal unknown(Dependant dependant) {
    return new CancellationRefusal.WrongField(
        field(dependant.id().value()),
        "dependant.unknown",
        "The operator knows no line " + dependant.name() + " any more.");
  }

  static CancellationRefusal notYours(LineId product) {
    return new CancellationRefusal.WrongField(
        field(product.value()),
        "dependant.not-yours",
        "Only lines of the same holder can end with this one.");
  }

  /** For who reads it: what was decided. */
  static String word(Fate fate) {
    return switch (fate) {
      case CANCEL -> "ends too";
      case PROMOTE -> "becomes a line of its own";
      case KEEP -> "goes on by itself";
    };
  }

  static String chinese(Fate fate) {
    return switch (fate) {
      case CANCEL -> "一起注销";
      case PROMOTE -> "改成独立的号码";
      case KEEP -> "单独保留";
    };
  }
}
