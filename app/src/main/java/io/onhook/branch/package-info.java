/**
 * Offices that people walk into: where they are, when they are open, and the queue of each.
 *
 * <p>An office's queue of one day is changed by one transaction at a time, so no ticket is called
 * twice and the order in which tickets are called is the order that the rules give. Every change is
 * one entry of the office's own stream in the journal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "notice", "policy", "vault"})
package io.onhook.branch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
