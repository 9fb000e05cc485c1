package io.onhook.policy;

/** What a gate does to a request, by the pack. */
public enum GateEffect {
  /** The line can't be cancelled until this is solved. */
  BLOCKS,
  /** It can be cancelled for a fee. */
  COSTS,
  /** It can be cancelled, but ends later. */
  MOVES_END_DATE,
  /** The holder is told and goes on. */
  WARNS,
  /** This place has no such rule. */
  ABSENT
}
