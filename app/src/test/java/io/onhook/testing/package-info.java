/** What tests share: a real database and a settable clock. */
@NullMarked
package io.onhook.testing;

import org.jspecify.annotations.NullMarked;
