/**
 * The append-only, hash-chained record of everything that happened.
 *
 * <p>Each case is one chain; what belongs to no case (sign-ins, views, operations) is written to a
 * named stream, which is a chain too. An entry is written in the transaction of what it records. At
 * intervals the heads of all chains that moved are signed and written outside the database, so that
 * a rewritten, missing or cut-off entry shows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "vault"})
package io.onhook.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
