package io.onhook.bss;

import io.onhook.shared.Money;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the operator's business systems are. Base paths differ between the specification, its
 * conformance kits and vendors, so each can be set.
 *
 * @param url scheme, host and port, without a path unless all APIs share it
 * @param inventoryPath TMF637 product inventory
 * @param partyPath TMF632 party
 * @param billPath TMF678 customer bill
 * @param paymentPath TMF676 payment
 * @param ticketPath TMF621 trouble ticket, for bills that are disputed
 * @param connectTimeout the longest a connection takes
 * @param timeout the longest one call of a port takes, however many requests it needs
 * @param zone in which the operator's days begin: an instant is read as a day there
 * @param currency in which billing reckons, ISO 4217; the pack in force has the same
 * @param withdrawnBillState the TMF678 state that takes a final bill back; the specification has no
 *     state of its own for it
 * @param bearerTokenFile a bearer token, on one line; read anew at each request, so that it may be
 *     renewed
 * @param username for basic authentication, if there is no bearer token
 * @param passwordFile its password, on one line
 */
@ConfigurationProperties("onhook.bss")
public record BusinessSystems(
    URI url,
    @DefaultValue("/tmf-api/productInventory/v4") String inventoryPath,
    @DefaultValue("/tmf-api/party/v4") String partyPath,
    @DefaultValue("/tmf-api/customerBillManagement/v4") String billPath,
    @DefaultValue("/tmf-api/payment/v4") String paymentPath,
    @DefaultValue("/tmf-api/troubleTicket/v4") String ticketPath,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("7500ms") Duration timeout,
    @DefaultValue("Asia/Shanghai") ZoneId zone,
    @DefaultValue("CNY") String currency,
    @DefaultValue("onHold") String withdrawnBillState,
    @Nullable Path bearerTokenFile,
    @Nullable String username,
    @Nullable Path passwordFile) {

  public BusinessSystems {
    if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "onhook.bss.url is " + url + ": give scheme, host and port, as http://127.0.0.1:8091");
    }
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
      throw new IllegalArgumentException(
          "onhook.bss.currency is " + currency + ": give an ISO 4217 code, as CNY or EUR");
    }
    if (username != null && passwordFile == null) {
      throw new IllegalArgumentException(
          "onhook.bss.username is set: set onhook.bss.password-file too");
    }
  }

  /**
   * This amount, if it is in the currency of billing: amounts of two are never reckoned together.
   *
   * @param what whose it is, for people: {@code bill B-1}
   * @throws Unreadable if it is in another
   */
  public Money inOurs(String what, Money amount) {
    if (!amount.currency().equals(currency)) {
      throw Unreadable.otherCurrency(what, amount.currency(), currency);
    }
    return amount;
  }
}
