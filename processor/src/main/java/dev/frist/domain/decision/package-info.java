/** What is published: decisions with their explanation and evidence, and dead letters. */
@NullMarked
package dev.frist.domain.decision;

import org.jspecify.annotations.NullMarked;
