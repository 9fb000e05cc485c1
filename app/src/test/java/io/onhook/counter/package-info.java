@NullMarked
package io.onhook.counter;

import org.jspecify.annotations.NullMarked;
