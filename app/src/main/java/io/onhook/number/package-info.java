/** A number's life: active, quarantine, free, ported out. One owner at any instant. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "engine", "policy"})
package io.onhook.number;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
