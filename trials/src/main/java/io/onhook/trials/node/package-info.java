/** A node under trial: the product's engine, process and adapters, without its screens. */
@NullMarked
package io.onhook.trials.node;

import org.jspecify.annotations.NullMarked;
