/**
 * Keys: envelope encryption of what must not be read, and signatures on what must be believed.
 *
 * <p>Every person's secret is sealed under a data key of its own, which is wrapped by a master key
 * that never enters the database. Destroying the data key erases the secret wherever it was copied.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.onhook.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
