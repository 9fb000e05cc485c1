package io.onhook.branch;

/** What became of the wish for a time. */
public sealed interface BookAnswer {

  /** It is theirs. */
  record Booked(Booking booking) implements BookAnswer {}

  /** Somebody was first, or it is no time at which this office takes bookings. */
  record NotFree() implements BookAnswer {}

  /** The operator has no such office. */
  record NoSuchOffice() implements BookAnswer {}

  /** This office does not do that. */
  record NotServedHere() implements BookAnswer {}

  /** This client holds as many booked times as one may. */
  record TooMany(int most) implements BookAnswer {}

  /** There is none of that token that could still be changed. */
  record NoSuchBooking() implements BookAnswer {}
}
