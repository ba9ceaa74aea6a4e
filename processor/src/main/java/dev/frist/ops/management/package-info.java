/** The endpoint for supervisors, scrapers and people who look. It changes nothing. */
@NullMarked
package dev.frist.ops.management;

import org.jspecify.annotations.NullMarked;
