/** Window policies: their fields, the choice of one for a return, and the guard against weakening. */
@NullMarked
package dev.frist.domain.policy;

import org.jspecify.annotations.NullMarked;
