/** The sandbox's own record: append-only lines of JSON, on the disk before anything is answered. */
@NullMarked
package io.onhook.sandbox.journal;

import org.jspecify.annotations.NullMarked;
