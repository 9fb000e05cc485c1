package io.onhook.settlement;

import io.onhook.shared.Money;

/**
 * An amount that its holder disputes: nobody asks for it until that is decided.
 *
 * @param reference what people quote of the dispute
 * @param billId the bill it stands on
 * @param text what the charge is called there
 * @param amount above zero
 */
public record SetAside(String reference, String billId, String text, Money amount) {}
