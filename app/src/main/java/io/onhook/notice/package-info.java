/** SMS, e-mail and letter, in the holder's language: at least once, each with a stable id. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "engine", "vault", "journal"})
package io.onhook.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
