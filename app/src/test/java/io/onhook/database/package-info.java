@NullMarked
package io.onhook.database;

import org.jspecify.annotations.NullMarked;
