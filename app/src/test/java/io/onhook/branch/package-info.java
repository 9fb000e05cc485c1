/** Tests of {@code branch}. */
@NullMarked
package io.onhook.branch;

import org.jspecify.annotations.NullMarked;
