/**
 * The scenario language: files in which an SRE, a merchant's developer or a test says what happens to an order and what
 * must be decided. Files are read strictly, run on a virtual clock, and compared field by field.
 */
@NullMarked
package dev.frist.scenario;

import org.jspecify.annotations.NullMarked;
