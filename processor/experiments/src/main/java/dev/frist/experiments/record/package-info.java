/** What lay in the topics when an experiment had ended: read from the brokers, kept in a folder. Judges nothing. */
@NullMarked
package dev.frist.experiments.record;

import org.jspecify.annotations.NullMarked;
