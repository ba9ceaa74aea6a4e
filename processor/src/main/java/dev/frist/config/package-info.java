/** Settings: one definition from which they are parsed, checked, looked up and documented. */
@NullMarked
package dev.frist.config;

import org.jspecify.annotations.NullMarked;
