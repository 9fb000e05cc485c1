package io.onhook.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A caller wants to know of a case.
 *
 * @param reference as the caller says it
 */
@Schema(name = "VoiceCode")
record VoiceCodeRequest(@Nullable String reference) {}
