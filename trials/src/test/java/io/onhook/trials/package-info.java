@NullMarked
package io.onhook.trials;

import org.jspecify.annotations.NullMarked;
