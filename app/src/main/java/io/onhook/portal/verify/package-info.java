/** Anyone can ask whether a certificate is true. */
@NullMarked
package io.onhook.portal.verify;

import org.jspecify.annotations.NullMarked;
