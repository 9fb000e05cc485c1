package io.onhook.trials.plan;

/**
 * The line that a plan was given, and what is known of it beside the product.
 *
 * @param number the sandbox's number of the line
 */
public record Subject(
    Plan plan,
    int number,
    String line,
    String account,
    String msisdn,
    String imsi,
    String holder,
    String party,
    String document,
    String email) {}
