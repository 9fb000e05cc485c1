/** The HTTP door: routes, TM Forum lists and errors, idempotency keys. */
@NullMarked
package io.onhook.sandbox.http;

import org.jspecify.annotations.NullMarked;
