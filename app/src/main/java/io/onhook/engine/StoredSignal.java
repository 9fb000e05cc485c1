package io.onhook.engine;

/** A signal that a case has taken in and not used up. */
record StoredSignal(int sequence, Signal signal) {}
