package io.onhook.engine;

import io.onhook.shared.Actor;

/**
 * News for a case from outside: a decision, a payment, a retraction.
 *
 * @param kind what it is; a decision has the name of its step, {@link #RETRACTION} takes the case
 *     back
 * @param key tells the same news from other news: a second signal of the same key is not taken
 * @param actor who sent it
 * @param payload facts, as compact JSON; no secrets in clear
 */
public record Signal(String kind, String key, Actor actor, String payload) {
  /** Takes the case back: accepted until the first step behind the point of no return. */
  public static final String RETRACTION = "retraction";
}
