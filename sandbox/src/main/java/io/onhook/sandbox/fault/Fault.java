package io.onhook.sandbox.fault;

import java.time.Duration;

/**
 * One misbehaviour to be carried out now.
 *
 * @param mode what to do wrong
 * @param after how long to wait where the mode waits, in real time
 */
public record Fault(Mode mode, Duration after) {}
