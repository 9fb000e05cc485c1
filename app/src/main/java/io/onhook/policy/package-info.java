/**
 * Policy packs: every rule that differs from place to place, as reviewed data.
 *
 * <p>A pack is a YAML file checked against a JSON schema at start; a wrong pack names file, line,
 * field and remedy, and the service refuses to start.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.onhook.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
