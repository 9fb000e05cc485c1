package io.onhook.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names in Latin letters as passports write them: capitals A to Z, by the table of ICAO Doc 9303
 * part 3, section 6. Where that table leaves a choice, both spellings are good: Müller is MUELLER
 * and MULLER.
 */
final class LatinName {
  private static final Map<String, String> SPELT =
      Map.ofEntries(
          Map.entry("Ä", "AE"),
          Map.entry("Ö", "OE"),
          Map.entry("Ü", "UE"),
          Map.entry("Å", "AA"),
          Map.entry("Ñ", "N"));

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("Æ", "AE"),
          Map.entry("Œ", "OE"),
          Map.entry("Ø", "OE"),
          Map.entry("ẞ", "SS"),
          Map.entry("ß", "SS"),
          Map.entry("Þ", "TH"),
          Map.entry("Ð", "D"),
          Map.entry("Đ", "D"),
          Map.entry("Ħ", "H"),
          Map.entry("Ł", "L"),
          Map.entry("Ŋ", "N"),
          Map.entry("Ŧ", "T"),
          Map.entry("İ", "I"),
          Map.entry("ı", "I"));

  private LatinName() {}

  /** Whether both are in Latin letters and have the same words, in any order. */
  static boolean same(String one, String other) {
    return spellings(one)
        .anyMatch(it -> spellings(other).anyMatch(each -> sorted(it).equals(sorted(each))));
  }

  /** Whether this name is the zone's, whose line may have cut it off. */
  static boolean isOf(ReadableZone zone, String name) {
    return spellings(name)
        .anyMatch(
            words ->
                zone.cut()
                    ? startsLike(zone.names(), words)
                    : sorted(words).equals(sorted(zone.names())));
  }

  static boolean isLatin(String name) {
    return spellings(name).findAny().isPresent();
  }

  /** All words are there but the last, which may be cut short. */
  private static boolean startsLike(List<String> zone, List<String> words) {
    var left = new ArrayList<>(words);
    for (String whole : zone.subList(0, zone.size() - 1)) {
      if (!left.remove(whole)) {
        return false;
      }
    }
    return left.stream().anyMatch(word -> word.startsWith(zone.getLast()));
  }

  private static List<String> sorted(List<String> words) {
    return words.stream().sorted().toList();
  }

  private static Stream<List<String>> spellings(String name) {
    String capitals =
        Normalizer.normalize(Normalizer.normalize(name, Normalizer.Form.NFKC), Normalizer.Form.NFC)
            .toUpperCase(Locale.ROOT);
    return Stream.of(words(replaced(capitals, SPELT)), words(capitals)).flatMap(Optional::stream);
  }

  /** Empty if a letter is left that is not Latin. */
  private static Optional<List<String>> words(String capitals) {
    String plain =
        Normalizer.normalize(replaced(capitals, LETTERS), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("['’ʼ‘.]", "");
    List<String> words =
        Arrays.stream(plain.split("[^\\p{L}\\p{Nd}]+")).filter(word -> !word.isEmpty()).toList();
    return words.isEmpty() || !words.stream().allMatch(word -> word.matches("[A-Z0-9]+"))
        ? Optional.empty()
        : Optional.of(words);
  }

  private static String replaced(String text, Map<String, String> letters) {
    var all = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> all.append(letters.getOrDefault(letter, letter)));
    return all.toString();
  }
}
