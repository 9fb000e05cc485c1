package io.onhook.policy;

/** Texts that a law or a place's custom words for us. */
public enum Wording {
  /** The button that leads in: "Cancel contracts here". */
  START,
  /** The button that submits: "Cancel now". */
  SUBMIT,
  /** What the holder declares by submitting. */
  DECLARATION,
  /** What happens after submitting, and until when. */
  AFTER_SUBMIT,
  /** What becomes of the number. */
  NUMBER,
  /** What becomes of what was paid in. */
  REFUND,
  /** What becomes of the days and data of the running plan that are not used. */
  UNUSED_PLAN,
  /** Copy what is on the line before it ends. */
  BACK_UP,
  /** Accounts bound to the number. */
  UNBIND,
  /** What to do with the SIM or eSIM. */
  SIM,
  /** Keep the proof. */
  KEEP_PROOF
}
