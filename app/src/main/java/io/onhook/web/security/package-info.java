/**
 * The security chain: who may open which address, and what every answer carries.
 *
 * <p>{@code ApiSecurity} guards programs, {@code PageSecurity} people; {@code PageRules} is the one
 * list of what each role may open. What is not listed is refused.
 */
@NullMarked
package io.onhook.web.security;

import org.jspecify.annotations.NullMarked;
