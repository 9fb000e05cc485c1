/**
 * The wire to the operator's business systems: TM Forum's Open APIs over HTTP, and the one place
 * that says what a failed exchange means.
 *
 * <p>What is asked belongs to the modules {@code line} and {@code settlement}; whether it certainly
 * did not happen, or may have, is decided here, for all of them alike.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.onhook.bss;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
