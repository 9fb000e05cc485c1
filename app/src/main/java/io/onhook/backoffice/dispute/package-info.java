/** Charges that holders dispute: a person upholds each or drops it. */
@NullMarked
package io.onhook.backoffice.dispute;

import org.jspecify.annotations.NullMarked;
