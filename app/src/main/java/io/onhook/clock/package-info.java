/**
 * What time it is. Everyone else is given a {@code java.time.Clock}.
 *
 * <p>In the profile {@code sandbox}, and nowhere else, the time can be set: a case then waits its
 * fourteen days in a second. The offset is stored, so that it survives a restart and all nodes
 * share it, and the sandbox operator's clock follows. Any other start refuses the sandbox's
 * settings.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.onhook.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
