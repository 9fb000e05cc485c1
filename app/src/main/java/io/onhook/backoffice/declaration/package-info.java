/** Declarations that nobody could match with a line by themselves: a person finds it. */
@NullMarked
package io.onhook.backoffice.declaration;

import org.jspecify.annotations.NullMarked;
