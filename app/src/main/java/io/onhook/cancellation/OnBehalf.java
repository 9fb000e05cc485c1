package io.onhook.cancellation;

import io.onhook.policy.Acting;
import io.onhook.vault.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asked in the holder's place, as a case keeps it.
 *
 * @param acting as what
 * @param name as typed, sealed
 * @param documentKind of their own document
 * @param documentNumber of their own document, sealed
 * @param relation a key of the pack's; empty where it names none
 * @param mandateUntil when the mandate runs out; null where none is needed
 */
record OnBehalf(
    Acting acting,
    Sealed name,
    String documentKind,
    Sealed documentNumber,
    String relation,
    @Nullable Instant mandateUntil) {}
