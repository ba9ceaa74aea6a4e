/** The contracts of the topics (Avro) in the words of the domain, and back. Imports the domain; no Kafka. */
@NullMarked
package dev.frist.contract;

import org.jspecify.annotations.NullMarked;
