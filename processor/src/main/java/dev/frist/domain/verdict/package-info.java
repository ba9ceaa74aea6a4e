/** The verdict table: what should stand now for each return, and what differs from what was published. */
@NullMarked
package dev.frist.domain.verdict;

import org.jspecify.annotations.NullMarked;
