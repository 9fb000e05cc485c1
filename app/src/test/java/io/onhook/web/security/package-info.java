@NullMarked
package io.onhook.web.security;

import org.jspecify.annotations.NullMarked;
