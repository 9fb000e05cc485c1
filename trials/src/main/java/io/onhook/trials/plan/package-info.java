/** From a seed to a plan, and from a failing plan to a smaller one. */
@NullMarked
package io.onhook.trials.plan;

import org.jspecify.annotations.NullMarked;
