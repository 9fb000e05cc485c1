/** Ending a contract without signing in, where the law wants such a page always in reach. */
@NullMarked
package io.onhook.portal.declare;

import org.jspecify.annotations.NullMarked;
