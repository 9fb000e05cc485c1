package io.onhook.branch;

import java.time.Instant;

/** What became of somebody who came with a booked time. */
public sealed interface ArriveAnswer {

  /** They have a ticket; where they came in time they go first when it has come. */
  record Here(Ticket ticket) implements ArriveAnswer {}

  /** It is too early to be put in the line. */
  record TooEarly(Instant from) implements ArriveAnswer {}

  /** Its day is over, it was cancelled, or the office is closed. */
  record Over() implements ArriveAnswer {}

  /** There is none of that token. */
  record NoSuchBooking() implements ArriveAnswer {}
}
