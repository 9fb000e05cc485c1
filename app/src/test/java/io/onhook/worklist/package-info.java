/** Tests of {@code worklist}. */
@NullMarked
package io.onhook.worklist;

import org.jspecify.annotations.NullMarked;
