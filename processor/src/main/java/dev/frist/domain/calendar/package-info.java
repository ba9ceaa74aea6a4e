/** Local days, banking days, and the arithmetic of deadlines. */
@NullMarked
package dev.frist.domain.calendar;

import org.jspecify.annotations.NullMarked;
