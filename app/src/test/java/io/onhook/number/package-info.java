/** Tests of {@code number}. */
@NullMarked
package io.onhook.number;

import org.jspecify.annotations.NullMarked;
