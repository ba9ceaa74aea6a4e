/**
 * What the producers of an experiment send: thousands of orders and what happens to them, policies, records that are no
 * facts, records with absurd dates and sizes. One seed and one start time determine all of it.
 */
@NullMarked
package dev.frist.experiments.history;

import org.jspecify.annotations.NullMarked;
