package io.onhook.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a request is taken.
 *
 * @param kind declaration or application
 * @param authority what a holder proves, and what an owner's objection does
 * @param review how it is looked at
 * @param withoutSignIn the page on which nobody signs in; null where the law wants none
 * @param contacts by what the holder is reached once the line is gone; by all unless said
 */
public record RequestRule(
    Kind kind,
    AuthorityRule authority,
    Review review,
    @Nullable WithoutSignIn withoutSignIn,
    List<Contact> contacts) {
  public RequestRule {
    contacts = contacts == null ? List.of(Contact.values()) : List.copyOf(contacts);
  }

  /** By what a holder can be reached once the line is gone. */
  public enum Contact {
    EMAIL,
    /** Another number than the line that ends. */
    SMS,
    /** By post, without a code. */
    LETTER
  }

  /** What a request is in law. */
  public enum Kind {
    /**
     * Works on receipt: it is matched or queried, never refused, and its time of receipt stands.
     */
    DECLARATION,
    /** Is decided, within a deadline. */
    APPLICATION
  }

  /** What happens when nobody decided in time. */
  public enum Overdue {
    /** The lead is told, and the holder gets a ready complaint. */
    ESCALATE,
    /** The request counts as approved. */
    APPROVE
  }

  /**
   * @param deadline from submission to decision
   * @param overdue what happens after it
   * @param fourEyes a second person confirms each decision
   * @param autoPass a request without any finding may be approved by the system
   * @param more how the holder is asked for what is missing
   */
  public record Review(
      Term deadline, Overdue overdue, boolean fourEyes, boolean autoPass, More more) {}

  /** Whether the time to decide runs on while the holder has the word. */
  public enum WhileAsked {
    /** The days on which the holder was asked do not count. */
    PAUSES,
    /** They count all the same. */
    RUNS
  }

  /** What happens when the holder does not answer. */
  public enum Silence {
    /** The reviewer decides by what is there. */
    BACK_TO_REVIEW,
    /** The request is not approved; it can be sent again. */
    NOT_APPROVED
  }

  /**
   * Asking the holder for more.
   *
   * @param deadline how long the holder may take
   * @param clock what becomes of the time to decide meanwhile
   * @param silence what happens after the deadline
   */
  public record More(Term deadline, WhileAsked clock, Silence silence) {}
}
