package io.onhook.engine;

/**
 * A change of a module's own tables, handed back with a step's outcome and made in the transaction
 * that stores the step's progress: so it happens exactly once. The module that owns the tables has
 * a {@link WriteHandler} for the record's class.
 */
public interface LocalWrite {
  /** What it changes; writes of one kind are made in the order of their keys, against deadlocks. */
  String key();
}
