/**
 * The proofs: certificates that a line has ended, receipts of what was received. PDF/A, signed
 * (PAdES), verifiable by anyone with the number.
 *
 * <p>Issuing is cheap and exact: the facts are sealed, with a fingerprint, by a local write of the
 * case ({@link io.onhook.certificate.IssueProof}). The page is set, signed and kept when it is
 * first asked for. Nothing is changed or deleted: revoking adds a row, erasing destroys a key.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "engine", "vault"})
package io.onhook.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
