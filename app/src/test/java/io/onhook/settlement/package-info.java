/** Tests of quotes, final statements and the billing adapter. */
@NullMarked
package io.onhook.settlement;

import org.jspecify.annotations.NullMarked;
