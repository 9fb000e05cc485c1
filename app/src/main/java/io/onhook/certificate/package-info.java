/** The proof: PDF/A, signed (PAdES), verifiable by anyone with its number. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "engine", "vault"})
package io.onhook.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
