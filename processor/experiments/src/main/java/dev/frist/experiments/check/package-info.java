/**
 * Judges a recording: was every promise kept? It shares no code with the topology that it judges, and believes nothing that
 * the processor says of itself but the order in which it took records in, which it then checks too.
 */
@NullMarked
package dev.frist.experiments.check;

import org.jspecify.annotations.NullMarked;
