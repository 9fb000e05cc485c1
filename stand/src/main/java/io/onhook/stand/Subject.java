package io.onhook.stand;

import tools.jackson.databind.JsonNode;

/**
 * Whose line ends.
 *
 * @param msisdn digits without plus
 * @param line the operator's id of it
 * @param account the operator's id of its billing account
 * @param documentKind {@code resident-id}, {@code passport} …
 * @param email the holder's other contact
 */
public record Subject(
    String msisdn,
    String line,
    String account,
    String name,
    String documentKind,
    String document,
    String email) {

  /** A line of the sandbox, as its operator knows it. */
  public static Subject of(Http operator, String line) {
    JsonNode product = operator.get("/tmf-api/productInventory/v4/product/" + line).json();
    JsonNode holder =
        product
            .path("relatedParty")
            .valueStream()
            .filter(party -> party.path("role").asString().equals("holder"))
            .findFirst()
            .orElseThrow(() -> new Said("Nobody holds " + line));
    boolean company = holder.path("@referredType").asString("").equals("Organization");
    String parties = "/tmf-api/party/v4/" + (company ? "organization" : "individual");
    JsonNode person = operator.get(parties + "/" + holder.path("id").asString()).json();
    JsonNode document =
        person.path(company ? "organizationIdentification" : "individualIdentification").path(0);
    return new Subject(
        product.path("productSerialNumber").asString(),
        line,
        product.path("billingAccount").path("id").asString(),
        person.path(company ? "tradingName" : "fullName").asString(),
        document.path("identificationType").asString(),
        document.path("identificationId").asString(),
        email(person));
  }

  private static String email(JsonNode person) {
    return person
        .path("contactMedium")
        .valueStream()
        .filter(medium -> medium.path("mediumType").asString().equals("email"))
        .map(medium -> medium.path("characteristic").path("emailAddress").asString())
        .findFirst()
        .orElse("somebody@example.com");
  }
}
