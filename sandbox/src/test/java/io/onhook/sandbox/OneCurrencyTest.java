package io.onhook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An operator bills in one currency: the one it was begun in, everywhere, for good. */
class OneCurrencyTest {
  private static final String ARREARS = "A-0003";

  @TempDir Path data;

  @Test
  void everyAmountIsInTheCurrencyThatItBillsIn() throws Exception {
    try (SandboxOperator sandbox = start("EUR")) {
      Client client = new Client(sandbox.ports());
      client.control("usage", "{\"billingAccount\":\"A-0003\",\"amount\":3.20}");
      client.finalBill(ARREARS, "k1");
      client.post(Client.REFUNDS, "k2", inOther("EUR", "A-0001", "1.00"));
      client.post(Client.PAYMENTS, "k3", inOther("EUR", ARREARS, "5.00"));
      for (String path :
          List.of(Client.PRODUCTS, Client.BILLS, Client.RATES, Client.PAYMENTS, Client.REFUNDS)) {
        assertThat(units(client.get(path + "?limit=1000").json())).as(path).containsOnly("EUR");
      }
    }
  }

  @Test
  void aPaymentInAnotherIsRefusedAndToldWhichOneIsMeant() throws Exception {
    try (SandboxOperator sandbox = start("EUR")) {
      Client client = new Client(sandbox.ports());
      Client.Answer inYuan =
          client.post(Client.PAYMENTS, "k1", Client.money(ARREARS, "88.00", "k1", "card"));
      assertThat(inYuan.status()).isEqualTo(400);
      assertThat(inYuan.json().path("message").asString("")).contains("unit EUR");
      assertThat(client.post(Client.PAYMENTS, "k2", inOther("EUR", ARREARS, "88.00")).status())
          .isEqualTo(201);
    }
  }

  @Test
  void theFirstDayComesBackInTheSameCurrency() throws Exception {
    try (SandboxOperator sandbox = start("GBP")) {
      Client client = new Client(sandbox.ports());
      client.control("reset", "");
      assertThat(units(client.get(Client.RATES).json())).containsOnly("GBP");
    }
  }

  @Test
  void aFolderIsNeverReadInAnotherCurrency() throws Exception {
    start("EUR").close();
    assertThatThrownBy(() -> start("CNY"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has billed in EUR")
        .hasMessageContaining("start it with --currency EUR");
    start("EUR").close();
  }

  @Test
  void aCurrencyWithoutDecimalsHasNone() throws Exception {
    try (SandboxOperator sandbox = start("JPY")) {
      Client client = new Client(sandbox.ports());
      JsonNode balance = client.get(Client.RATES + "?billingAccount.id=A-0001").json().get(0);
      assertThat(balance.at("/taxIncludedAmount/value").asString()).isEqualTo("-3650");
      assertThat(client.post(Client.PAYMENTS, "k", inOther("JPY", "A-0001", "0.5")).status())
          .isEqualTo(400);
    }
  }

  private SandboxOperator start(String currency) throws IOException {
    return Sandboxes.here(data, "simulated", "--currency", currency);
  }

  private static String inOther(String currency, String account, String amount) {
    return Client.money(account, amount, "any", "card").replace("CNY", currency);
  }

  /** The units of all amounts in it, however deep. */
  private static List<String> units(JsonNode tree) {
    List<String> units = new ArrayList<>();
    for (JsonNode money : tree.findParents("unit")) {
      units.add(money.path("unit").asString(""));
    }
    return units;
  }
}
