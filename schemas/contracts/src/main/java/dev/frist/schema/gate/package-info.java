/** The compatibility gate: what must hold before a contract may change. */
@NullMarked
package dev.frist.schema.gate;

import org.jspecify.annotations.NullMarked;
