/** The three-way match: units and money per line, folded over the facts in the order of their occurrence. */
@NullMarked
package dev.frist.domain.ledger;

import org.jspecify.annotations.NullMarked;
