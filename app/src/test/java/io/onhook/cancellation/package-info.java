/** Tests of {@code cancellation}. */
@NullMarked
package io.onhook.cancellation;

import org.jspecify.annotations.NullMarked;
