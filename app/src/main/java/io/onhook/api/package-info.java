/**
 * The same over HTTP: REST under {@code /api/v1}, described at {@code /api}.
 *
 * <p>Bodies are read strictly: an unknown property, a wrong type or a repeated name is refused by
 * name. Every refusal is a problem (RFC 9457) with a stable {@code code} and, where fields are
 * wrong, {@code errors} that name field, problem and remedy in the reader's language. Numbers stand
 * in bodies only, never in an address.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "call",
      "cancellation",
      "policy",
      "line",
      "settlement",
      "certificate",
      "notice",
      "vault"
    })
package io.onhook.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
