@NullMarked
package io.onhook.backoffice.template;

import org.jspecify.annotations.NullMarked;
