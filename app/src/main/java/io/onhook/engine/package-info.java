/**
 * Durable cases: processes, steps, waits, signals, timers, intents and the workers that run them.
 *
 * <p>The engine knows neither lines nor tickets. A {@link io.onhook.engine.CaseProcess} is one
 * ordered list of steps; a case walks it, and every change of the case is one entry of its journal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "vault"})
package io.onhook.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
