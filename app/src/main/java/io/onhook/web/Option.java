package io.onhook.web;

import org.jspecify.annotations.Nullable;

/**
 * One choice of a radio or check box group.
 *
 * @param value what the form sends
 * @param label what people read
 * @param hint more about it; null for none
 */
public record Option(String value, String label, @Nullable String hint) {}
