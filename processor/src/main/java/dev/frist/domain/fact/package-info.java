/** What happened: the payloads of the event topics, as the domain sees them. */
@NullMarked
package dev.frist.domain.fact;

import org.jspecify.annotations.NullMarked;
