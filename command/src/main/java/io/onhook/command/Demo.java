package io.onhook.command;

import java.nio.file.Path;

/** The main job without a person. */
final class Demo {
  private Demo() {}

  static int run(Path home, boolean keep, Screen screen) {
    throw new Said("The demo is not there yet: " + home + keep + screen);
  }
}
