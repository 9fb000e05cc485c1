package io.onhook.sandbox.situation;

import io.onhook.sandbox.book.Draft;
import io.onhook.sandbox.json.Json;
import io.onhook.sandbox.situation.Catalogue.Obligation;
import io.onhook.sandbox.situation.Catalogue.Plan;
import io.onhook.sandbox.situation.Catalogue.Situation;
import io.onhook.sandbox.tmf.Accounts;
import io.onhook.sandbox.tmf.Billing;
import io.onhook.sandbox.tmf.BillingCurrency;
import io.onhook.sandbox.tmf.Characteristics;
import io.onhook.sandbox.tmf.Parties;
import io.onhook.sandbox.tmf.Payments;
import io.onhook.sandbox.tmf.ProductInventory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a line's product, account and bills from its situation. */
final class LineSeed {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** What use beyond the plan can come to in a month, at most. */
  private static final BigDecimal USAGE_CAP = new BigDecimal("200.00");

  private final Draft draft;
  private final Situation line;
  private final Plan plan;
  private final int number;
  private final String party;
  private final Map<String, String> parties;
  private final Map<String, String> lineIds;
  private final List<Situation> all;
  private final Map<String, Plan> plans;

  LineSeed(
      Draft draft,
      Catalogue catalogue,
      Situation line,
      int number,
      String party,
      Map<String, String> parties,
      Map<String, String> lineIds) {
    this.draft = draft;
    this.line = line;
    this.plan = plan(catalogue.plans(), line.plan());
    this.number = number;
    this.party = party;
    this.parties = parties;
    this.lineIds = lineIds;
    this.all = catalogue.lines();
    this.plans = catalogue.plans();
  }

  static String id(int number) {
    return "L-%04d".formatted(number);
  }

  void put() {
    String account = "A-%04d".formatted(number);
    ObjectNode product = product(account);
    draft.put(ProductInventory.PRODUCTS, id(number), product);
    bills(product, account);
    Map<String, BigDecimal> rates = line.rates();
    if (rates != null) {
      rates.forEach(
          (bucket, amount) ->
              Accounts.rate(draft, account, bucket, bucketName(bucket), minor(amount)));
    }
    BigDecimal inFlight = line.paymentInFlight();
    if (inFlight != null) {
      Payments.inFlight(draft, account, minor(inFlight), Duration.ofDays(2));
    }
  }

  private ObjectNode product(String account) {
    ObjectNode product = Json.object();
    product
        .put("id", id(number))
        .put("href", ProductInventory.PATH + "/" + id(number))
        .put("name", plan.name())
        .put("description", line.en())
        .put("isBundle", false)
        .put("isCustomerVisible", true)
        .put("status", line.statusOrActive())
        .put("startDate", daysFromNow(-400 - number % 3000).toString())
        .put("productSerialNumber", Specimen.msisdn(number))
        .put("@type", "Product");
    if (line.statusOrActive().equals("terminated")) {
      product.put("terminationDate", daysFromNow(-40).toString());
    }
    product.set(
        "billingAccount", Json.object().put("id", account).put("@referredType", "BillingAccount"));
    product.set("relatedParty", relatedParties());
    product.set("productCharacteristic", characteristics());
    obligation(product, line.term(), "contract-term", "contract-term-leaving-fee");
    obligation(product, line.instalment(), "device-instalment", "device-instalment-open");
    product
        .withArray("productPrice")
        .addObject()
        .put("name", "monthly-fee")
        .put("priceType", "recurring")
        .put("recurringChargePeriod", "month")
        .set("price", price(plan.monthly()));
    if (plan.kind().equals("postpaid")) {
      product
          .withArray("productPrice")
          .addObject()
          .put("name", "usage-cap")
          .put("priceType", "usage")
          .set("price", price(USAGE_CAP));
    }
    relationships(product);
    return product;
  }

  private ArrayNode relatedParties() {
    ArrayNode related = Json.array();
    relatedParty(related, party, "holder");
    for (var other : new String[][] {{"guardian", line.guardian()}, {"user", line.user()}}) {
      if (other[1] != null) {
        relatedParty(related, Objects.requireNonNull(parties.get(other[1])), other[0]);
      }
    }
    return related;
  }

  private void relatedParty(ArrayNode related, String id, String role) {
    boolean company = draft.find(Parties.ORGANIZATIONS, id).isPresent();
    String collection = company ? Parties.ORGANIZATIONS : Parties.INDIVIDUALS;
    related
        .addObject()
        .put("id", id)
        .put("href", Parties.PATH + collection + "/" + id)
        .put("role", role)
        .put(
            "name",
            draft
                .find(collection, id)
                .map(doc -> doc.path(company ? "tradingName" : "fullName").asString(""))
                .orElse(""))
        .put("@referredType", company ? "Organization" : "Individual");
  }

  private ArrayNode characteristics() {
    ArrayNode all = Json.array();
    all.add(Characteristics.of("msisdn", "+" + Specimen.msisdn(number)));
    all.add(Characteristics.of("imsi", Specimen.imsi(number)));
    all.add(Characteristics.of("iccid", Specimen.iccid(number)));
    all.add(Characteristics.of("simKind", line.esim() ? "ESIM" : "SIM"));
    if (line.esim()) {
      all.add(Characteristics.of("eid", Specimen.eid(number)));
    }
    all.add(Characteristics.of("planKind", plan.kind()));
    all.add(Characteristics.of("dataOnly", plan.dataOnly()));
    all.add(Characteristics.of("unlimited", plan.unlimited()));
    all.add(Characteristics.of("throttled", line.throttled()));
    Integer period = line.periodEndsInDays();
    all.add(
        Characteristics.of(
            "periodEndsOn", today().plusDays(period == null ? 15 : period).toString()));
    all.add(Characteristics.of("portOutOpen", line.portOutOpen()));
    all.add(Characteristics.of("paymentInFlight", line.paymentInFlight() != null));
    Integer swapped = line.simSwappedDaysAgo();
    if (swapped != null) {
      Instant at = swapped == 0 ? draft.now().minus(Duration.ofHours(3)) : daysFromNow(-swapped);
      all.add(Characteristics.of("simSwappedAt", at.toString()));
    }
    all.add(Characteristics.of("reportedStolen", line.stolen()));
    all.add(Characteristics.of("disputed", line.disputed()));
    all.add(Characteristics.of("legalHold", line.legalHold()));
    all.add(Characteristics.of("portedIn", line.portedIn()));
    all.add(Characteristics.of("promoRenews", line.promoRenews()));
    all.add(Characteristics.of("directDebit", line.directDebit()));
    all.add(Characteristics.of("situation", line.situation()));
    return all;
  }

  private void obligation(
      ObjectNode product, @Nullable Obligation obligation, String term, String price) {
    if (obligation == null) {
      return;
    }
    product
        .withArray("productTerm")
        .addObject()
        .put("name", term)
        .putObject("validFor")
        .put("startDateTime", product.path("startDate").asString(""))
        .put("endDateTime", daysFromNow(obligation.endsInDays()).toString());
    if (obligation.amount().signum() > 0) {
      product
          .withArray("productPrice")
          .addObject()
          .put("name", price)
          .put("priceType", "oneTime")
          .set("price", price(obligation.amount()));
    }
  }

  private void relationships(ObjectNode product) {
    int other = 0;
    for (String name : line.bundle() == null ? List.<String>of() : line.bundle()) {
      String id = "X-%04d-%d".formatted(number, ++other);
      related(product, "bundle", id, name);
      bundled(product, id, name);
    }
    for (String child : line.secondaries() == null ? List.<String>of() : line.secondaries()) {
      String id = lineId(child);
      // Several of them have the same plan: their last digits tell them apart.
      String digits = id.substring(id.length() - 4);
      related(product, "secondary", id, planOf(child) + " ••••" + digits);
    }
    for (Situation parent : all) {
      List<String> children = parent.secondaries();
      if (children != null && children.contains(line.situation())) {
        related(product, "secondaryOf", lineId(parent.situation()), planOf(parent.situation()));
      }
    }
  }

  /** A product without a number, which goes with this line and can end by itself. */
  private void bundled(ObjectNode main, String id, String name) {
    ObjectNode product = Json.object();
    product
        .put("id", id)
        .put("href", ProductInventory.PATH + "/" + id)
        .put("name", name)
        .put("isBundle", false)
        .put("isCustomerVisible", true)
        .put("status", "active")
        .put("startDate", main.path("startDate").asString(""))
        .put("@type", "Product");
    product.set("relatedParty", main.path("relatedParty"));
    related(product, "bundledWith", main.path("id").asString(""), main.path("name").asString(""));
    draft.put(ProductInventory.PRODUCTS, id, product);
  }

  private String lineId(String situation) {
    return Objects.requireNonNull(lineIds.get(situation), situation);
  }

  private String planOf(String situation) {
    return all.stream()
        .filter(other -> other.situation().equals(situation))
        .map(other -> plan(plans, other.plan()).name())
        .findFirst()
        .orElseThrow();
  }

  private static void related(ObjectNode product, String type, String id, String name) {
    product
        .withArray("productRelationship")
        .addObject()
        .put("relationshipType", type)
        .putObject("product")
        .put("id", id)
        .put("href", ProductInventory.PATH + "/" + id)
        .put("name", name);
  }

  private void bills(ObjectNode product, String account) {
    for (int i = line.paidBills(); i > 0; i--) {
      bill(product, account, plan.monthly(), Duration.ofDays(30L * i + 5), true);
    }
    BigDecimal arrears = line.arrears();
    if (arrears != null) {
      int bills = Objects.requireNonNullElse(line.arrearsBills(), 1);
      for (int i = bills; i > 0; i--) {
        bill(product, account, arrears, Duration.ofDays(30L * (i - 1) + 35), false);
      }
    }
  }

  private void bill(
      ObjectNode product, String account, BigDecimal amount, Duration age, boolean paid) {
    ObjectNode rate = Accounts.rate(draft, account, "plan", plan.name(), minor(amount));
    Billing.monthlyBill(draft, product, List.of(rate), age, paid);
  }

  private Instant daysFromNow(int days) {
    return draft.now().plus(Duration.ofDays(days));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(draft.now(), ZONE);
  }

  private ObjectNode price(BigDecimal amount) {
    return Json.object().set("taxIncludedAmount", BillingCurrency.money(draft, minor(amount)));
  }

  /** The catalogue's amounts are hundreds of the smallest unit, whichever that is. */
  private static long minor(BigDecimal amount) {
    return amount.movePointRight(2).longValueExact();
  }

  private static Plan plan(Map<String, Plan> plans, String name) {
    return Objects.requireNonNull(plans.get(name), name);
  }

  private static String bucketName(String bucket) {
    return switch (bucket) {
      case "plan" -> "套餐费 Plan fee";
      case "usage" -> "套餐外用量 Usage beyond the plan";
      case "prepaid-balance" -> "充值余额 Paid-in balance";
      case "bonus-balance" -> "赠送余额 Bonus balance";
      case "deposit" -> "押金 Deposit";
      case "pass" -> "流量包 Data pass";
      default -> bucket;
    };
  }
}
