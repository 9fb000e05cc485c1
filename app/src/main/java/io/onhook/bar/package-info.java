/**
 * Lines that are barred at once and can be given back: a lost SIM, or a line that staff suspect is
 * in the wrong hands.
 *
 * <p>Several may want one line barred at the same time, a lost SIM and a cancellation for instance.
 * {@link io.onhook.bar.Holds} remembers what the line could do before the first of them, and gives
 * exactly that back when the last one lets go.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "vault", "engine", "line", "network", "notice"})
package io.onhook.bar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
