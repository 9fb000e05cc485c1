/**
 * What the product does from a command line instead of serving: {@code onhook.jar journal verify},
 * {@code staff add}, {@code staff bind}, {@code key issue}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "access"})
package io.onhook.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
