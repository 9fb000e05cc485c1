/** What the notices say, in each language, with sample values. */
@NullMarked
package io.onhook.backoffice.template;

import org.jspecify.annotations.NullMarked;
