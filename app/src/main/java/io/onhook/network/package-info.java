/** Bar, deprovision, retire: the ports to HLR and eSIM platform, and their adapters. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "engine"})
package io.onhook.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
