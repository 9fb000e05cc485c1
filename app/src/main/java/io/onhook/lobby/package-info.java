/**
 * What visitors of an office see: where it is and how long one waits, a ticket on the phone, the
 * kiosk at the door and the board on the wall.
 *
 * <p>Boards and kiosks show no name and nothing that opens a ticket or a case. Their pages follow
 * the queue by one stream an office, and all screens of an office share one reading of its state.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "web",
      "access",
      "branch",
      "cancellation",
      "certificate",
      "notice",
      "policy",
      "vault"
    })
package io.onhook.lobby;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
