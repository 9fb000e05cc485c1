package io.onhook.sandbox.situation;

import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.json.Json;
import io.onhook.sandbox.situation.Catalogue.Holder;
import io.onhook.sandbox.tmf.Parties;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a party from a holder of the catalogue. */
final class PartySeed {
  private PartySeed() {}

  /** Its id. */
  static String put(Draft draft, int number, Holder holder) {
    String collection = holder.isCompany() ? Parties.ORGANIZATIONS : Parties.INDIVIDUALS;
    String id = "P-%04d".formatted(number);
    ObjectNode party = Json.object();
    party
        .put("id", id)
        .put("href", Parties.PATH + collection + "/" + id)
        .put(holder.isCompany() ? "tradingName" : "fullName", holder.name())
        .put("status", holder.deceased() ? "deceased" : "validated")
        .put("@type", holder.isCompany() ? "Organization" : "Individual");
    String born = holder.born();
    if (born != null) {
      party.put("birthDate", born + "T00:00:00Z");
    }
    party
        .putArray(holder.isCompany() ? "organizationIdentification" : "individualIdentification")
        .addObject()
        .put("identificationType", holder.documentKind())
        .put("identificationId", holder.document());
    ArrayNode contacts = party.putArray("contactMedium");
    String email = holder.email();
    if (email != null) {
      contact(contacts, "email").put("emailAddress", email);
    }
    String phone = holder.phone();
    if (phone != null) {
      contact(contacts, "phone").put("phoneNumber", phone);
    }
    contact(contacts, "postal")
        .put("street1", "样例路 " + number + " 号")
        .put("city", "北京市")
        .put("postCode", "100000")
        .put("country", "CN");
    draft.put(collection, id, party);
    return id;
  }

  private static ObjectNode contact(ArrayNode contacts, String medium) {
    return contacts.addObject().put("mediumType", medium).putObject("characteristic");
  }
}
