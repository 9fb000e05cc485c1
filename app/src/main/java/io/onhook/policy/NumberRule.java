package io.onhook.policy;

/**
 * What becomes of the number.
 *
 * @param quarantine how long it rests before anyone else can get it
 * @param portOutWindow how long after the end the former holder can still port it away
 * @param givenOnNotice how long before it can be given on the former holder is told
 */
public record NumberRule(Term quarantine, Term portOutWindow, Term givenOnNotice) {}
