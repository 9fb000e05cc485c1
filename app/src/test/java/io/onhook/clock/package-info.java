@NullMarked
package io.onhook.clock;

import org.jspecify.annotations.NullMarked;
