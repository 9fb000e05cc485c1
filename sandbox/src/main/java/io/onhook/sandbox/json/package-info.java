/** Reading and writing JSON, exactly: decimals stay decimals. */
@NullMarked
package io.onhook.sandbox.json;

import org.jspecify.annotations.NullMarked;
