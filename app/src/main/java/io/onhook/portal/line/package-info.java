/** All that stands before a line's end, at once, with the quote. */
@NullMarked
package io.onhook.portal.line;

import org.jspecify.annotations.NullMarked;
