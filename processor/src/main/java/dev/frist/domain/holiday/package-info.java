/** Which days are banking days, by market. */
@NullMarked
package dev.frist.domain.holiday;

import org.jspecify.annotations.NullMarked;
