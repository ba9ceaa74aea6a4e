/** The door of the domain: records and wake-ups come in, decisions and dead letters go out. */
@NullMarked
package dev.frist.domain.engine;

import org.jspecify.annotations.NullMarked;
