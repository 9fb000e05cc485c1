package io.onhook.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The least that shows whether a certificate or receipt stands.
 *
 * @param state {@code valid}, {@code revoked} or {@code erased}
 * @param kind {@code certificate} or {@code receipt}, of a valid one
 * @param certificateNumber as printed
 * @param endedAt when the line ended
 * @param receivedAt when the request of a receipt was received
 * @param number the line's, masked
 * @param issuer the operator
 * @param issuedAt when it was issued
 * @param revokedAt when it was taken back
 * @param fingerprint as printed on it: 64 hex digits
 * @param file SHA-256 of the signed file: 64 hex digits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationBody(
    String state,
    @Nullable String kind,
    String certificateNumber,
    @Nullable Instant endedAt,
    @Nullable Instant receivedAt,
    @Nullable String number,
    @Nullable String issuer,
    @Nullable Instant issuedAt,
    @Nullable Instant revokedAt,
    @Nullable String fingerprint,
    @Nullable String file) {}
