/**
 * Who may do what: one-time codes, staff sign-in, API keys and their scopes.
 *
 * <p>Doors: {@link io.onhook.access.SignIn} for holders, {@link io.onhook.access.ContactProof} for
 * an address that is to be believed, {@link io.onhook.access.StepUp} just before what can't be
 * undone, {@link io.onhook.access.PaperCodes} for what people have on paper, {@link
 * io.onhook.access.StaffAccounts} and {@link io.onhook.access.ApiKeys}. The web's security chain
 * turns what they answer into sessions and refusals. Codes and keys are kept as digests only, and
 * what is counted is counted in the database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "notice", "vault", "line"})
package io.onhook.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
