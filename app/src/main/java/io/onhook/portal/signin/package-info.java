/** Holders sign in: a number, a code; or a case's reference, and a code to its contact. */
@NullMarked
package io.onhook.portal.signin;

import org.jspecify.annotations.NullMarked;
