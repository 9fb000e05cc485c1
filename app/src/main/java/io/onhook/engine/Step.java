package io.onhook.engine;

/**
 * A step of a process, working on the case's state {@code C}, a record. Each is a class of its own,
 * named for what it does, and stands in exactly one process. A Spring bean, so that it can be given
 * the doors of other modules.
 */
public sealed interface Step<C> permits LocalStep, RemoteStep, Decision, ChildStep, ClosingStep {}
