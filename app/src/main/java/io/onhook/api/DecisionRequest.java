package io.onhook.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says.
 *
 * @param decision {@code approve} or {@code not-approve}
 * @param note for colleagues and auditors, with an approval
 * @param reasons why not, at least one
 * @param text to the holder, in the holder's language; needed with the reason {@code other}
 */
record DecisionRequest(
    @Schema(
            allowableValues = {"approve", "not-approve"},
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String decision,
    @Nullable String note,
    @Schema(
            allowableValues = {
              "identity-not-proven",
              "document-unreadable",
              "not-the-holder",
              "dues-open",
              "dispute-open",
              "suspected-fraud",
              "other"
            })
        @Nullable List<@Nullable String> reasons,
    @Nullable String text) {}
