/** What all screens share: layout, fragments, languages, error pages, the security chain. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "policy"})
package io.onhook.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
