package io.onhook.cancellation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast lines end and money comes back. A figure is empty where it would come from too few
 * cases.
 *
 * @param since lines that ended from here on are counted
 * @param at when it was reckoned
 * @param least from how many cases a figure is shown
 * @param toEnd the median time from a request to the end of its line
 * @param afterAgreed the median time from the agreed end to the end of the line
 * @param refund the median time from the end of a line to the arrival of its refund
 * @param onTime of a hundred refunds whose day has come, how many had arrived by then
 */
public record Figures(
    Instant since,
    Instant at,
    int least,
    Optional<Duration> toEnd,
    Optional<Duration> afterAgreed,
    Optional<Duration> refund,
    Optional<Integer> onTime) {}
