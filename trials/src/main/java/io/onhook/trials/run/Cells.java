package io.onhook.trials.run;

import io.onhook.trials.check.Evidence.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every place where a node can be killed: each step of each process, on the way and on the way
 * back, before and after its commit; of a remote step also before the call, when the partner has
 * done it and has not answered, and when it has answered and nothing is stored.
 */
final class Cells {
  private static final List<String> COMMIT = List.of("COMMITTING", "COMMITTED");
  private static final List<String> CALL = List.of("CALLING", "EFFECT", "ANSWERED");

  private Cells() {}

  /**
   * All of them, in the order of the processes. Of each process only the newest version: no new
   * case walks an older one.
   */
  static Set<String> of(Map<String, List<Place>> graph) {
    var cells = new LinkedHashSet<String>();
    graph.forEach(
        (process, places) -> {
          if (graph.keySet().stream().noneMatch(other -> isNewer(other, process))) {
            places.forEach(place -> cells.addAll(of(process, place)));
          }
        });
    return cells;
  }

  private static boolean isNewer(String other, String process) {
    return name(other).equals(name(process)) && version(other) > version(process);
  }

  private static String name(String process) {
    return process.substring(0, process.indexOf('/'));
  }

  private static int version(String process) {
    return Integer.parseInt(process.substring(process.indexOf('/') + 1));
  }

  private static List<String> of(String process, Place place) {
    var cells = new ArrayList<String>();
    // The point of no return is a line in the list: no case ever stands there.
    if (!place.kind().equals("line")) {
      add(cells, process + " " + place.name() + " ", place.kind());
    }
    if (!place.undo().isEmpty()) {
      add(cells, process + " " + place.name() + " undo ", place.undo());
    }
    return cells;
  }

  private static void add(List<String> cells, String prefix, String kind) {
    COMMIT.forEach(point -> cells.add(prefix + point));
    if (kind.equals("remote")) {
      CALL.forEach(point -> cells.add(prefix + point));
    }
  }

  static boolean isEffect(String cell) {
    return cell.endsWith(" EFFECT");
  }

  /** What the sandbox is to do, and then to say nothing. */
  static List<String> operations(String cell) {
    String[] words = cell.split(" ");
    if (words[0].startsWith("notice/")) {
      return List.of("sms.submit", "mail.receive");
    }
    boolean undo = words[2].equals("undo");
    return switch (words[1]) {
      case "announce-end", "close-contract" -> List.of("product.patch");
      case "bar-line", "bar", "restore-services" -> List.of("hlr.vty");
      case "tell-billing" -> List.of("payment.create");
      case "deprovision" -> List.of("hlr.delete");
      case "final-bill" -> List.of(undo ? "bill.patch" : "billOnDemand.create");
      case "order-refund" -> List.of("refund.create");
      case "end-product", "detach" -> List.of("product.patch");
      case "open-ticket" -> List.of("ticket.create");
      case "close-ticket" -> List.of("ticket.patch");
      default -> List.of();
    };
  }
}
