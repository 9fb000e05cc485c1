@NullMarked
package io.onhook.trials.check;

import org.jspecify.annotations.NullMarked;
