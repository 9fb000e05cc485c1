package io.onhook.cancellation;

/** What became of a holder's answer. */
public sealed interface InquiryAnswer {

  /** It is durable, and the case is back in its review. */
  record Sent() implements InquiryAnswer {}

  /** It was sent before; this changed nothing. */
  record SentBefore() implements InquiryAnswer {}

  /** Neither a word nor a file: there is nothing to send. */
  record Empty() implements InquiryAnswer {}

  /**
   * The words are too long; nothing was sent.
   *
   * @param most how many characters may be sent
   */
  record TooLong(int most) implements InquiryAnswer {}

  /** Nobody asks any more: the case is decided, taken back or ended, or the time is over. */
  record NotAsked() implements InquiryAnswer {}
}
