package io.onhook.branch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator's offices: by code, and nearest first. */
public final class Offices {
  private final Map<String, Office> offices;

  Offices(Map<String, Office> offices) {
    this.offices = offices;
  }

  /**
   * An office and the way there.
   *
   * @param kilometres as the crow flies
   */
  public record Near(Office office, double kilometres) {}

  /** Empty where the operator has named no such office. */
  public Optional<Office> find(String code) {
    return Optional.ofNullable(offices.get(code));
  }

  /** All, in the operator's order. */
  public Collection<Office> all() {
    return offices.values();
  }

  /** All that do this for visitors, the nearest first. */
  public List<Near> near(Place here, Service service) {
    return offices.values().stream()
        .filter(office -> office.services().contains(service))
        .map(office -> new Near(office, here.kilometresTo(office.place())))
        .sorted(Comparator.comparingDouble(Near::kilometres))
        .toList();
  }

  /**
   * Those whose name, district or address has all these words, in any language; all for no words.
   */
  public List<Office> named(String words) {
    List<String> wanted =
        List.of(words.strip().toLowerCase(java.util.Locale.ROOT).split("\\s+", -1));
    return offices.values().stream()
        .filter(office -> wanted.stream().allMatch(word -> text(office).contains(word)))
        .toList();
  }

  private static String text(Office office) {
    return String.join(
            "\n",
            java.util.stream.Stream.of(office.name(), office.district(), office.address())
                .flatMap(text -> text.byTag().values().stream())
                .toList())
        .toLowerCase(java.util.Locale.ROOT);
  }
}
