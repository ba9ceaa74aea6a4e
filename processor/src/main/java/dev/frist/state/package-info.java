/** What the processor keeps between records: the stores and their memory. */
@NullMarked
package dev.frist.state;

import org.jspecify.annotations.NullMarked;
