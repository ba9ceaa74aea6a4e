/**
 * Documents that are made from the code, so that they cannot say something else than the program does. Each class makes
 * one, or a few of a kind; {@link dev.frist.docs.Documents} lists them all.
 */
@NullMarked
package dev.frist.docs;

import org.jspecify.annotations.NullMarked;
