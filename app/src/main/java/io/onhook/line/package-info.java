/** The operator's lines and subscriptions, and what hangs on them, read over TMF637. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "engine", "bss"})
package io.onhook.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
