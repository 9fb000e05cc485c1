/**
 * Ninety days of an operator's life, lived before a visitor comes: people ask for the end of their
 * lines, reviewers decide, stores call numbers, the bank is late. All of it goes through the
 * product's own doors and the operator's own systems, while the clock is led from day to day; no
 * row is written that did not happen.
 */
@NullMarked
package io.onhook.demo.history;

import org.jspecify.annotations.NullMarked;
