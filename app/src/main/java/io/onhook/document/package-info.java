/**
 * Papers: copies of IDs and other proofs, taken in, cleaned, sealed, shown for a purpose, and
 * erased on time.
 *
 * <p>What comes in is decided by its bytes, never by its name. A small process of its own, the
 * {@link io.onhook.document.Darkroom darkroom}, decodes it and hands back plain pictures; nothing
 * of the file itself is kept. Each document has a data key of its own, so that erasing is one act.
 * The tables' own rules let a holder touch only their own, and staff see a picture only of one case
 * and with a purpose; each such view is an entry of that case's stream in the journal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "vault", "journal", "engine", "policy"})
package io.onhook.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
