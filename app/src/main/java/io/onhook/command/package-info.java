/**
 * What the product does from a command line instead of serving: {@code onhook.jar journal verify}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal"})
package io.onhook.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
