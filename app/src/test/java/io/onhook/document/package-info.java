/** Tests of {@code document}. */
@NullMarked
package io.onhook.document;

import org.jspecify.annotations.NullMarked;
