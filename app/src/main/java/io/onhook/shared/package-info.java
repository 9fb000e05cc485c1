/**
 * Value types that every module speaks in: numbers, cards, money, references, people.
 *
 * <p>Nothing here knows a table, a screen or a partner. A value that exists is well formed: the
 * factory methods refuse the rest with a {@link io.onhook.shared.Malformed} that names the remedy.
 */
@NullMarked
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
package io.onhook.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
