package io.onhook.command;

import io.onhook.stand.ChosenPack;
import io.onhook.stand.Operator;
import io.onhook.stand.Place;
import io.onhook.stand.Said;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code ./onhook} is told about the start.
 *
 * @param place where the jars lie, and where data goes
 * @param pack whose rules count; the service's own default if empty
 */
record Start(Place place, Optional<ChosenPack> pack) {
  private static final String PACK = "--pack";
  private static final String PACKS = "--packs";
  private static final String DATA = "--data";
  private static final String USUAL = ".onhook";

  /**
   * Reads {@code --name value} pairs.
   *
   * @throws Said before anything is started, if they can't be followed
   */
  static Start of(Path home, List<String> words) {
    Map<String, String> given = pairs(words, Set.of(PACK, PACKS, DATA));
    var place = new Place(home, data(home, given));
    if (given.containsKey(PACKS) && !given.containsKey(PACK)) {
      throw new Said(PACKS + " is a folder: say by " + PACK + " which of its packs counts.");
    }
    Optional<ChosenPack> pack =
        Optional.ofNullable(given.get(PACK))
            .map(
                id ->
                    ChosenPack.find(
                        place, id, Optional.ofNullable(given.get(PACKS)).map(Path::of)));
    pack.ifPresent(chosen -> mustFit(place, chosen));
    return new Start(place, pack);
  }

  /** Where the data is of which these words speak. */
  static Place place(Path home, List<String> words) {
    return new Place(home, data(home, pairs(words, Set.of(DATA))));
  }

  private static Path data(Path home, Map<String, String> given) {
    String folder = given.get(DATA);
    return folder == null ? home.resolve(USUAL) : Path.of(folder).toAbsolutePath().normalize();
  }

  private static Map<String, String> pairs(List<String> words, Set<String> known) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      String name = words.get(i);
      if (!known.contains(name)) {
        throw new Said("./onhook can't read %s here. See ./onhook help".formatted(name));
      }
      if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
        throw new Said("%s needs a word after it. See ./onhook help".formatted(name));
      }
      given.put(name, words.get(i + 1));
    }
    return given;
  }

  /** An operator bills in one currency from its first day. */
  private static void mustFit(Place place, ChosenPack pack) {
    Operator.begunIn(place)
        .filter(begun -> !begun.equals(pack.currency()))
        .ifPresent(
            begun -> {
              throw new Said(
                  """
                  The data in %s was begun with an operator that bills in %s; pack %s reckons in %s.
                  Keep it, and begin beside it:  ./onhook --pack %s --data %s-%s
                  Or delete that folder to begin anew.\
                  """
                      .formatted(
                          place.data(),
                          begun,
                          pack.id(),
                          pack.currency(),
                          pack.id(),
                          USUAL,
                          pack.id()));
            });
  }
}
