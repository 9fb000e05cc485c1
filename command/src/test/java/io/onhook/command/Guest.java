package io.onhook.command;

import io.onhook.stand.Http;
import io.onhook.stand.Subject;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who comes to a store.
 *
 * @param wish what for
 * @param priority whether they may go first
 * @param subject whose line it is about
 * @param iccid of its SIM
 * @param reference of the case that they began online; empty if they did not
 */
record Guest(Wish wish, boolean priority, Subject subject, String iccid, String reference) {
  /** What somebody comes for, and what becomes of it. */
  enum Wish {
    /** Ends a line, and is reached by letter afterwards. */
    ENDS("plain-unlimited"),
    /** The same, and proves a mail address. */
    ENDS_BY_MAIL("plain-unlimited"),
    /** Finishes what was begun online. */
    BEGAN_ONLINE("plain-unlimited"),
    /** Pays in cash what is owed, and ends the line. */
    OWES("arrears"),
    /** Ends a line that has no card. */
    ESIM("esim"),
    /** Ends a line whose card is lost. */
    LOST_SIM("plain-unlimited"),
    /** Has come to the wrong queue. */
    WRONG_QUEUE("plain-unlimited"),
    /** Has forgotten something, is put aside, and ends the line then. */
    PUT_ASIDE("plain-unlimited"),
    /** Only asks something. */
    ASKS("plain-unlimited"),
    /** Gives the ticket back on the phone. */
    LEAVES("plain-unlimited"),
    /** Is called, and is not there. */
    STAYS_AWAY("plain-unlimited"),
    /** The same, and comes back. */
    COMES_BACK("plain-unlimited");

    private final String situation;

    Wish(String situation) {
      this.situation = situation;
    }

    /** The situation of the line, as the sandbox calls it. */
    String situation() {
      return situation;
    }

    String service() {
      return switch (this) {
        case ESIM -> "esim";
        case WRONG_QUEUE -> "other-region";
        default -> "end-line";
      };
    }
  }

  /** With a line of their own, made by the operator under this number. */
  static Guest of(WalkStand stand, Wish wish, boolean priority, int number) {
    Http operator = stand.operator();
    String line =
        operator
            .post(
                "/sandbox/lines",
                Map.of("situation", wish.situation(), "first", number, "count", 1),
                Map.of())
            .json()
            .path(0)
            .path("id")
            .asString();
    Subject subject = stand.subject(line);
    String reference = wish == Wish.BEGAN_ONLINE ? stand.walk(subject).submit() : "";
    return new Guest(wish, priority, subject, iccid(operator, line), reference);
  }

  static String iccid(Http operator, String line) {
    JsonNode product = operator.get("/tmf-api/productInventory/v4/product/" + line).json();
    return product
        .path("productCharacteristic")
        .valueStream()
        .filter(it -> it.path("name").asString().equals("iccid"))
        .map(it -> it.path("value").asString())
        .findFirst()
        .orElseThrow();
  }

  /** As people say it. */
  String number() {
    return subject.msisdn().substring(2);
  }
}
