/**
 * PostgreSQL: the embedded one or an outside one, its two roles, and the migrations of all modules.
 *
 * <p>The owner role migrates; the application role runs, and may only insert into the journal. No
 * module depends on this one: they are given a {@code DataSource}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.onhook.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
