package io.onhook.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says.
 *
 * @param decision {@code approve}, {@code not-approve} or {@code ask-for-more}
 * @param note for colleagues and auditors, with an approval
 * @param reasons why not, at least one
 * @param needs what the holder is asked for, at least one
 * @param text to the holder, in the holder's language; needed with the reason {@code other} and the
 *     need {@code answer}
 */
record DecisionRequest(
    @Schema(
            allowableValues = {"approve", "not-approve", "ask-for-more"},
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
              "more-not-given",
              "other"
            })
        @Nullable List<@Nullable String> reasons,
    @Schema(
            allowableValues = {
              "clear-picture",
              "both-sides",
              "valid-paper",
              "authorisation",
              "agent-id",
              "introduction-letter",
              "death-certificate",
              "kinship-proof",
              "guardianship-proof",
              "answer"
            })
        @Nullable List<@Nullable String> needs,
    @Nullable String text) {}
