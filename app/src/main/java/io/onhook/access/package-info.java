/** Who may do what: one-time codes, staff sign-in, API keys and their scopes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "notice", "vault", "line"})
package io.onhook.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
