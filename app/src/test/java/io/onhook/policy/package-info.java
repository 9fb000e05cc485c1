/** Tests of packs, terms and end dates. */
@NullMarked
package io.onhook.policy;

import org.jspecify.annotations.NullMarked;
