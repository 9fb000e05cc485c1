/** Staff bar a line at once that may be in the wrong hands, and give it back. */
@NullMarked
package io.onhook.backoffice.bar;

import org.jspecify.annotations.NullMarked;
