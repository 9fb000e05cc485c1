/** What people report about lines without signing in: a person looks into each. */
@NullMarked
package io.onhook.backoffice.report;

import org.jspecify.annotations.NullMarked;
