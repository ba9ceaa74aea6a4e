/** An order's facts and what was published for it, and the door through which records and wake-ups come. */
@NullMarked
package dev.frist.domain.order;

import org.jspecify.annotations.NullMarked;
