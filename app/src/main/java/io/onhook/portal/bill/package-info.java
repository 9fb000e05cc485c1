/** A holder's open bills, charge by charge, and "I dispute this charge". */
@NullMarked
package io.onhook.portal.bill;

import org.jspecify.annotations.NullMarked;
