/** What is kept of an order: its facts, and what was published for it. */
@NullMarked
package dev.frist.domain.order;

import org.jspecify.annotations.NullMarked;
