/** All state of the sandbox, as documents that are rebuilt from the journal at start. */
@NullMarked
package io.onhook.sandbox.book;

import org.jspecify.annotations.NullMarked;
