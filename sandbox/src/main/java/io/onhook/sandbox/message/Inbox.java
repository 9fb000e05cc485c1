package io.onhook.sandbox.message;

import io.onhook.sandbox.book.Book;
import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.book.Index;
import io.onhook.sandbox.book.View;
import io.onhook.sandbox.tmf.Characteristics;
import io.onhook.sandbox.tmf.ProductInventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What arrived: SMS and mail, for everybody, newest first. */
public final class Inbox {
  private static final String MESSAGES = "message";

  private final Book book;

  public Inbox(Book book) {
    this.book = book;
  }

  /** Messages to this number or address, newest first; all of them if it is empty. */
  public List<ObjectNode> to(String address) {
    return book.read(view -> candidates(view, address.strip())).reversed().stream()
        .filter(message -> address.isEmpty() || isTo(message, address))
        .toList();
  }

  /** As it was written where there are some; else all, for upper and lower case. */
  private static List<ObjectNode> candidates(View view, String address) {
    var byAddress = new Index(MESSAGES, "to");
    List<ObjectNode> found = new ArrayList<>(view.by(byAddress, address));
    found.addAll(view.by(byAddress, "+" + address));
    return found.isEmpty() ? List.copyOf(view.all(MESSAGES)) : found;
  }

  Optional<ObjectNode> find(String id) {
    return book.read(view -> view.find(MESSAGES, id));
  }

  static ObjectNode put(Draft draft, ObjectNode message) {
    String id = "M-%06d".formatted(draft.next(MESSAGES));
    message.put("id", id).put("at", draft.now().toString());
    return draft.put(MESSAGES, id, message);
  }

  /** Whether an SMS to this number reaches a phone: the line works, and can take calls and SMS. */
  static boolean reaches(View view, String msisdn) {
    return view.by(ProductInventory.BY_NUMBER, msisdn.substring(1)).stream()
        .filter(line -> Characteristics.get(line, "msisdn").asString("").equals(msisdn))
        .allMatch(
            line ->
                !Characteristics.get(line, "dataOnly").asBoolean(false)
                    && List.of("active", "pendingTerminate")
                        .contains(line.path("status").asString("")));
  }

  private static boolean isTo(ObjectNode message, String address) {
    // A plus that was not encoded in a query arrives as a blank.
    String wanted = address.strip();
    for (var to : message.path("to")) {
      String text = to.asString("");
      if (text.equalsIgnoreCase(wanted) || text.equals("+" + wanted)) {
        return true;
      }
    }
    return false;
  }
}
