package io.onhook.branch;

import java.time.ZonedDateTime;
import java.util.Optional;

/** What became of the wish for a ticket. */
public sealed interface TakeAnswer {

  /** It is theirs. */
  record Taken(Ticket ticket) implements TakeAnswer {}

  /** The case has an open ticket at this office already: that one counts. */
  record HasOne(Ticket ticket) implements TakeAnswer {}

  /** The office lets nobody in now. */
  record Closed(Optional<ZonedDateTime> opens) implements TakeAnswer {}

  /** The operator has no such office. */
  record NoSuchOffice() implements TakeAnswer {}

  /** This office does not do that. */
  record NotServedHere() implements TakeAnswer {}

  /** This client holds as many tickets as one may. */
  record TooMany(int most) implements TakeAnswer {}
}
