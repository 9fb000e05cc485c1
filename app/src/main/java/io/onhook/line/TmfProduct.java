package io.onhook.line;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The part of a TMF637 v4 {@code Product} that is read here. The specification requires nothing, so
 * anything may be missing; unknown properties are passed over.
 */
record TmfProduct(
    @Nullable String id,
    @Nullable String name,
    @Nullable String status,
    @Nullable String startDate,
    @Nullable String productSerialNumber,
    @Nullable List<Party> relatedParty,
    @Nullable List<Characteristic> productCharacteristic,
    @Nullable List<Term> productTerm,
    @Nullable List<Price> productPrice,
    @Nullable List<Relationship> productRelationship) {

  record Party(
      @Nullable String id,
      @Nullable String role,
      @JsonProperty("@referredType") @Nullable String referredType) {}

  record Characteristic(@Nullable String name, @Nullable JsonNode value) {}

  record Term(@Nullable String name, @Nullable Period validFor) {}

  record Period(@Nullable String endDateTime) {}

  record Price(@Nullable String name, @Nullable Amounts price) {}

  record Amounts(@Nullable Amount taxIncludedAmount) {}

  record Amount(@Nullable String unit, @Nullable BigDecimal value) {}

  record Relationship(@Nullable String relationshipType, @Nullable Reference product) {}

  record Reference(@Nullable String id, @Nullable String name) {}
}
