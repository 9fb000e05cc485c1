package io.onhook;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The borders of the modules hold: a module uses only those that its package-info names. */
class ModularityTest {
  @Test
  void modulesKeepTheirBorders() {
    ApplicationModules.of(OnhookApplication.class).verify();
  }
}
