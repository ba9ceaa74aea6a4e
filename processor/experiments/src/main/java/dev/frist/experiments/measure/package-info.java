/** What pressure and failures cost: figures, each by a command, on a broker and processors of its own. */
@NullMarked
package dev.frist.experiments.measure;

import org.jspecify.annotations.NullMarked;
