package io.onhook.line;

import io.onhook.bss.BusinessSystems;
import io.onhook.bss.Unreadable;
import io.onhook.shared.Iccid;
import io.onhook.shared.Imsi;
import io.onhook.shared.Money;
import io.onhook.shared.Msisdn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a line of a product and its holder. What a cancellation depends on must be there and must
 * not contradict itself, else the answer is refused as a whole: half a line would pass gates.
 */
final class LineReading {
  private static final String TERM = "contract-term";
  private static final String INSTALMENT = "device-instalment";

  private final ZoneId zone;
  private final BusinessSystems systems;

  LineReading(BusinessSystems systems) {
    this.zone = systems.zone();
    this.systems = systems;
  }

  /** Whether a product is a line at all: it has a number. */
  static boolean isLine(TmfProduct product) {
    return number(product).isPresent();
  }

  /** Whether a product no longer has its number. */
  static boolean isGone(TmfProduct product) {
    // The specification spells "aborted " with a space at its end.
    return switch (state(product)) {
      case "terminated", "cancelled", "aborted" -> true;
      default -> false;
    };
  }

  /** The digits of a product's number, without plus. */
  static Optional<String> number(TmfProduct product) {
    Optional<String> characteristic =
        new Characteristics(id(product), product.productCharacteristic())
            .text("msisdn")
            .map(text -> text.replaceFirst("^\\+", ""));
    String serial = product.productSerialNumber();
    if (characteristic.isPresent()
        && serial != null
        && !characteristic.get().equals(serial.strip())) {
      throw new Unreadable("product " + id(product) + " has two different numbers");
    }
    return characteristic;
  }

  /** The holder among a product's parties. */
  static TmfProduct.Party holder(TmfProduct product) {
    return stream(product.relatedParty())
        .filter(party -> party.id() != null && "holder".equalsIgnoreCase(party.role()))
        .findFirst()
        .orElseThrow(() -> new Unreadable("product " + id(product) + " names no holder"));
  }

  static boolean isCompany(TmfProduct.Party party) {
    return "organization".equalsIgnoreCase(party.referredType());
  }

  static String id(TmfProduct product) {
    if (product.id() == null || product.id().isBlank()) {
      throw new Unreadable("a product has no id");
    }
    return product.id();
  }

  Line line(TmfProduct product, TmfParty party) {
    String id = id(product);
    var facts = new Characteristics(id, product.productCharacteristic());
    var msisdn =
        Msisdn.of(
            "+"
                + number(product)
                    .orElseThrow(() -> new Unreadable("product " + id + " has no number")));
    if (product.startDate() == null) {
      throw new Unreadable("product " + id + " has no start date");
    }
    return new Line(
        new LineId(id),
        msisdn,
        new Imsi(facts.required("imsi")),
        new Iccid(facts.required("iccid")),
        facts.oneOf("simKind", Line.SimKind.class),
        status(product),
        product.name() == null ? "" : product.name(),
        facts.oneOf("planKind", Line.PlanKind.class),
        facts.flag("dataOnly"),
        facts.flag("unlimited"),
        facts.flag("throttled"),
        facts.flag("promoRenews"),
        facts.flag("directDebit"),
        amount(product, "usage-cap"),
        Characteristics.dayOf(product.startDate(), zone),
        facts.day("periodEndsOn", zone),
        end(product, TERM),
        amount(product, TERM + "-leaving-fee"),
        end(product, INSTALMENT),
        amount(product, INSTALMENT + "-open"),
        facts.flag("portOutOpen"),
        facts.flag("paymentInFlight"),
        facts.instant("simSwappedAt"),
        facts.flag("reportedStolen"),
        facts.flag("disputed"),
        facts.flag("legalHold"),
        facts.flag("portedIn"),
        related(product, "bundle"),
        related(product, "secondary"),
        holder(product, party, msisdn));
  }

  static Line.Status status(TmfProduct product) {
    return switch (state(product)) {
      case "active" -> Line.Status.ACTIVE;
      case "suspended" -> Line.Status.SUSPENDED;
      case "pendingterminate" -> Line.Status.PENDING_TERMINATE;
      case "terminated" -> Line.Status.TERMINATED;
      default -> Line.Status.OTHER;
    };
  }

  /** The word of TMF637 for a status. */
  static String word(Line.Status status) {
    return switch (status) {
      case ACTIVE -> "active";
      case SUSPENDED -> "suspended";
      case PENDING_TERMINATE -> "pendingTerminate";
      case TERMINATED -> "terminated";
      case OTHER -> throw new IllegalArgumentException("Another status than these has no word");
    };
  }

  private static String state(TmfProduct product) {
    return product.status() == null ? "" : product.status().strip().toLowerCase(Locale.ROOT);
  }

  private @Nullable LocalDate end(TmfProduct product, String term) {
    return stream(product.productTerm())
        .filter(each -> term.equals(each.name()))
        .map(TmfProduct.Term::validFor)
        .filter(Objects::nonNull)
        .map(TmfProduct.Period::endDateTime)
        .filter(Objects::nonNull)
        .map(text -> Characteristics.dayOf(text, zone))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Money amount(TmfProduct product, String price) {
    return stream(product.productPrice())
        .filter(each -> price.equals(each.name()))
        .map(TmfProduct.Price::price)
        .filter(Objects::nonNull)
        .map(TmfProduct.Amounts::taxIncludedAmount)
        .filter(Objects::nonNull)
        .map(
            amount -> {
              if (amount.unit() == null || amount.value() == null) {
                throw new Unreadable("product " + id(product) + ": " + price + " has no amount");
              }
              return systems.inOurs(
                  "product " + id(product), Money.ofDecimal(amount.unit(), amount.value()));
            })
        .findFirst()
        .orElse(null);
  }

  private static List<Line.Related> related(TmfProduct product, String kind) {
    return stream(product.productRelationship())
        .filter(each -> kind.equals(each.relationshipType()))
        .map(TmfProduct.Relationship::product)
        .filter(Objects::nonNull)
        .map(
            other -> {
              if (other.id() == null) {
                throw new Unreadable("product " + id(product) + ": a " + kind + " has no id");
              }
              return new Line.Related(
                  new LineId(other.id()), other.name() == null ? other.id() : other.name());
            })
        .toList();
  }

  private static Line.Holder holder(TmfProduct product, TmfParty party, Msisdn own) {
    boolean company = isCompany(holder(product));
    String name = company ? party.tradingName() : party.fullName();
    var papers = company ? party.organizationIdentification() : party.individualIdentification();
    var paper =
        stream(papers)
            .filter(each -> each.identificationType() != null && each.identificationId() != null)
            .findFirst();
    if (party.id() == null || name == null || name.isBlank() || paper.isEmpty()) {
      throw new Unreadable(
          "the holder of product " + id(product) + " lacks an id, a name or an identification");
    }
    return new Line.Holder(
        party.id(),
        name,
        company ? Line.Holder.Kind.COMPANY : Line.Holder.Kind.PERSON,
        String.valueOf(paper.get().identificationType()),
        String.valueOf(paper.get().identificationId()),
        "deceased".equalsIgnoreCase(party.status()),
        contacts(party)
            .map(TmfParty.Medium::emailAddress)
            .filter(Objects::nonNull)
            .filter(address -> address.contains("@"))
            .findFirst(),
        // Only a number in international form can be reached for certain.
        contacts(party)
            .map(TmfParty.Medium::phoneNumber)
            .filter(Objects::nonNull)
            .filter(number -> number.matches("\\+[1-9]\\d{6,14}"))
            .map(Msisdn::of)
            .filter(number -> !number.equals(own))
            .findFirst(),
        bornOn(party));
  }

  /** A TMF632 date-time, of which only the day counts. One that can't be read is none. */
  private static @Nullable LocalDate bornOn(TmfParty party) {
    String text = party.birthDate();
    try {
      return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Stream<TmfParty.Medium> contacts(TmfParty party) {
    return stream(party.contactMedium())
        .map(TmfParty.Contact::characteristic)
        .filter(Objects::nonNull);
  }

  private static <T> Stream<T> stream(@Nullable List<T> list) {
    return list == null ? Stream.of() : list.stream();
  }
}
