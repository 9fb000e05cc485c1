/**
 * Final bill, fees, refundability and refunds. The operator's billing rates; Onhook adds the pack.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "line", "policy", "engine", "bss"})
package io.onhook.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
