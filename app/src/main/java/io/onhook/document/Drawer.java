package io.onhook.document;

/**
 * Where a holder's papers lie until their request is sent.
 *
 * @param draft the id of the draft that they belong to
 * @param partyId the holder's; nobody else comes to what is in it
 */
public record Drawer(String draft, String partyId) {}
