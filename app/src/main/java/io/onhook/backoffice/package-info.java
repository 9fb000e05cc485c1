/** The screens of reviewers and operations: work list, decision, parked cases. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "web",
      "access",
      "bar",
      "cancellation",
      "dispute",
      "document",
      "worklist",
      "notice",
      "line",
      "policy",
      "settlement",
      "engine",
      "journal"
    })
package io.onhook.backoffice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
