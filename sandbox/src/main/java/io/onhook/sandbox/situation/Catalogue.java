package io.onhook.sandbox.situation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The reviewed data file {@code lines.yaml}: what the sandbox begins with.
 *
 * @param plans by name
 * @param holders by name
 * @param lines one for each situation, in the order of their numbers
 * @param plain how to make lines with nothing in the way
 */
public record Catalogue(
    Map<String, Plan> plans, Map<String, Holder> holders, List<Situation> lines, Plain plain) {

  /**
   * What is sold.
   *
   * @param kind {@code prepaid} or {@code postpaid}
   * @param monthly in hundreds of the smallest unit, as every amount here
   */
  public record Plan(
      String name, String kind, boolean unlimited, boolean dataOnly, BigDecimal monthly) {}

  /**
   * Who holds lines.
   *
   * @param kind {@code passport} or {@code company-registration}; null for a resident ID
   */
  public record Holder(
      String name,
      @Nullable String kind,
      String document,
      @Nullable String email,
      @Nullable String phone,
      boolean deceased,
      @Nullable String born) {

    String documentKind() {
      return kind == null ? "resident-id" : kind;
    }

    boolean isCompany() {
      return documentKind().equals("company-registration");
    }
  }

  /** Something to be paid off, and when it ends by itself. */
  public record Obligation(int endsInDays, BigDecimal amount) {}

  /**
   * A line and what is special about it. Days count from the sandbox's first day.
   *
   * @param rates by bucket, as on a bill: positive is owed
   * @param arrears on each of the unpaid bills
   * @param arrearsBills how many of them; one if null
   * @param paidBills how many paid bills it has
   * @param secondaries situations of its secondary SIMs
   * @param bundle names of other products that go with it
   */
  public record Situation(
      String situation,
      String zh,
      String en,
      String plan,
      String holder,
      @Nullable String guardian,
      @Nullable String user,
      @Nullable String status,
      @Nullable Map<String, BigDecimal> rates,
      @Nullable Integer periodEndsInDays,
      @Nullable BigDecimal arrears,
      @Nullable Integer arrearsBills,
      int paidBills,
      @Nullable Obligation term,
      @Nullable Obligation instalment,
      @Nullable List<String> bundle,
      @Nullable List<String> secondaries,
      @Nullable BigDecimal paymentInFlight,
      @Nullable Integer simSwappedDaysAgo,
      boolean esim,
      boolean throttled,
      boolean portOutOpen,
      boolean stolen,
      boolean disputed,
      boolean legalHold,
      boolean portedIn,
      boolean promoRenews,
      boolean directDebit) {

    /** Its TMF637 status. */
    public String statusOrActive() {
      return status == null ? "active" : status;
    }
  }

  /** How to make plain lines, one after the other. */
  public record Plain(int count, List<String> plans, String surnames, List<String> givenNames) {
    /** What the holder of this number is called: of names that many have. */
    String name(int number) {
      int[] all = surnames.codePoints().toArray();
      return Character.toString(all[number % all.length])
          + givenNames.get(number % givenNames.size());
    }
  }

  /** The file that is part of the program. */
  public static Catalogue read() {
    YAMLMapper mapper =
        YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    try (InputStream file =
        Objects.requireNonNull(Catalogue.class.getResourceAsStream("lines.yaml"))) {
      return mapper.readValue(file, Catalogue.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
