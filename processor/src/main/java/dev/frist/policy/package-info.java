/** The policy topic: which of the versions written there were accepted, and which were not. */
@NullMarked
package dev.frist.policy;

import org.jspecify.annotations.NullMarked;
