/**
 * Calls to the hotline: who called about what, what they proved, what was said and promised.
 *
 * <p>Nothing of a person or a case is told before the caller is checked, and nothing shows whether
 * there is anything to tell. The one thing that knowledge unlocks is a bar of a lost SIM, which can
 * be lifted. What callers said is sealed under a key of each call.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "vault",
      "journal",
      "policy",
      "notice",
      "line",
      "access",
      "branch",
      "bar",
      "cancellation"
    })
package io.onhook.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
