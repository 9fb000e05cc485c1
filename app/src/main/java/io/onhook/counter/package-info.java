/**
 * The screens of a branch's staff: a clerk's window with its queue, and the visit at it.
 *
 * <p>Keyboard all the way: what can be done is a button or a link in the order in which it is done,
 * each with an access key of its own, and nothing needs a script.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "web",
      "access",
      "branch",
      "visit",
      "cancellation",
      "certificate",
      "document",
      "line",
      "settlement",
      "notice",
      "policy"
    })
package io.onhook.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
