package io.onhook.policy;

/**
 * Where to complain.
 *
 * @param name its name
 * @param website address of the complaints page, https
 * @param phone as dialled in its country; empty if none
 * @param text when and how to turn to it
 */
public record Regulator(Text name, String website, String phone, Text text) {}
