package io.onhook.number;

import io.onhook.shared.Msisdn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number as it stands.
 *
 * @param since when it came into this state
 * @param restsUntil end of its quarantine; null unless it rests or did
 * @param portUntil until when its last holder may still port it; null unless it rests or did
 * @param portedIn whether it belongs to another operator's range
 */
public record NumberLife(
    Msisdn msisdn,
    NumberState state,
    Instant since,
    @Nullable Instant restsUntil,
    @Nullable Instant portUntil,
    boolean portedIn) {}
