/**
 * The contracts of the topics (Avro) in the words of the domain, and back; and as the bytes that Confluent's serializers
 * write. Imports the domain and the clients of Kafka and of the registry.
 */
@NullMarked
package dev.frist.contract;

import org.jspecify.annotations.NullMarked;
