package io.onhook.trials.field;

import io.onhook.stand.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The default pack, but that who asks online sends no copies, and that there are switch codes. */
final class OwnPack {
  private static final String PACK =
      """
      from: { id: default, version: 1 }
      id: trial
      version: 1
      name: { zh-CN: 试验规则, en: Rules of a trial }
      request:
        review:
          overdue: %s
      switching:
        codes: [stac]
        good-for: 60 days
        ends-within: 1 working day
      ways:
        web:
          copies: null
          actors: [holder]
      """;

  private OwnPack() {}

  /**
   * Writes it below this folder, and gives the settings of a node that goes by it.
   *
   * @param overdue what becomes of a review that nobody decides in time, as the pack says it
   */
  static List<String> in(Path data, String overdue) {
    Path folder = data.resolve("packs");
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("trial.yaml"), PACK.formatted(overdue));
    } catch (IOException e) {
      throw new Said("The pack of the trial can't be written: " + e.getMessage(), e);
    }
    return List.of("--onhook.packs=" + folder, "--onhook.pack=trial");
  }
}
