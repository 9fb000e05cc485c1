/** Work for people: raised by cases, claimed, decided, under deadlines and four eyes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "engine", "journal", "policy"})
package io.onhook.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
