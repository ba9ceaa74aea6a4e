package dev.frist.setup;

import dev.frist.schema.Contracts;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/**
 * Registers the contracts under {@code FULL_TRANSITIVE}, and compares what is registered with them. A rule that is only
 * named is not believed: a breaking change is put to the registry, which must refuse it.
 */
public final class SchemaSetup {

    /** Every version can read what every other has written. */
    public static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private static final int NOT_FOUND = 404;

    private final SchemaRegistryClient registry;

    /** Works through a connection that the caller closes. */
    public SchemaSetup(RegistryConnection registry) {
        this.registry = registry.client();
    }

    /**
     * Registers what is missing and sets the rule where it is another.
     *
     * @return what was done, one line each
     * @throws StartupException if the registry refuses
     */
    public List<String> create(Collection<PlannedTopic> plan) {
        List<String> done = new ArrayList<>();
        for (PlannedTopic topic : plan) {
            topic.schema().ifPresent(schema -> create(Contracts.subject(topic.name()), new AvroSchema(schema), done));
        }
        return done;
    }

    /**
     * Compares.
     *
     * @return what deviates, one line each; empty where all is as planned
     * @throws StartupException if the registry refuses
     */
    public List<String> deviations(Collection<PlannedTopic> plan) {
        List<String> deviations = new ArrayList<>();
        for (PlannedTopic topic : plan) {
            topic.schema()
                    .ifPresent(schema -> compare(Contracts.subject(topic.name()), new AvroSchema(schema), deviations));
        }
        return deviations;
    }

    /** The contracts of the plan that the registry does not have, by subject. */
    public List<String> missing(Collection<PlannedTopic> plan) {
        List<String> missing = new ArrayList<>();
        for (PlannedTopic topic : plan) {
            topic.schema().ifPresent(schema -> {
                String subject = Contracts.subject(topic.name());
                // A registry may still find a schema whose subject was deleted.
                if (latest(subject).isEmpty()
                        || version(subject, new AvroSchema(schema)).isEmpty()) {
                    missing.add(subject);
                }
            });
        }
        return missing;
    }

    private void create(String subject, AvroSchema schema, List<String> done) {
        // Before a further version comes in; for the first there is nothing to set it on yet.
        boolean wasThere = latest(subject).isPresent();
        if (wasThere) {
            setRule(subject, done);
        }
        if (version(subject, schema).isEmpty()) {
            ask(subject, () -> registry.register(subject, schema));
            done.add("schema " + subject + ": registered");
        }
        if (!wasThere) {
            setRule(subject, done);
        }
    }

    private void setRule(String subject, List<String> done) {
        if (!rule(subject).filter(COMPATIBILITY::equals).isPresent()) {
            ask(subject, () -> registry.updateCompatibility(subject, COMPATIBILITY));
            done.add("schema " + subject + ": compatibility set to " + COMPATIBILITY);
        }
    }

    private void compare(String subject, AvroSchema schema, List<String> deviations) {
        Optional<Integer> latest = latest(subject);
        if (latest.isEmpty()) {
            deviations.add("schema " + subject + " is not registered");
            return;
        }
        Optional<Integer> version = version(subject, schema);
        if (version.isEmpty()) {
            deviations.add("schema " + subject + ": no registered version is that of this build; the latest is "
                    + latest.get());
        } else if (!version.equals(latest)) {
            deviations.add("schema " + subject + ": this build has version " + version.get() + ", the latest is "
                    + latest.get());
        }
        Optional<String> rule = rule(subject);
        if (!rule.filter(COMPATIBILITY::equals).isPresent()) {
            deviations.add("schema " + subject + ": compatibility is " + rule.orElse("not set") + ", planned "
                    + COMPATIBILITY);
        } else if (ask(subject, () -> registry.testCompatibility(subject, breaking(schema.rawSchema())))) {
            deviations.add(
                    "schema " + subject + ": the registry says " + COMPATIBILITY + " but lets a breaking change pass");
        }
    }

    /** The same record with one field more, which nobody who wrote before has filled. */
    private static AvroSchema breaking(Schema schema) {
        return new AvroSchema(SchemaBuilder.record(schema.getName())
                .namespace(schema.getNamespace())
                .fields()
                .requiredString("aFieldThatNobodyHasWritten")
                .endRecord());
    }

    private Optional<Integer> latest(String subject) {
        return found(subject, () -> registry.getLatestSchemaMetadata(subject).getVersion());
    }

    private Optional<Integer> version(String subject, AvroSchema schema) {
        return found(subject, () -> registry.getVersion(subject, schema));
    }

    private Optional<String> rule(String subject) {
        return found(subject, () -> registry.getCompatibility(subject));
    }

    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }

    private static <T> Optional<T> found(String subject, Question<T> question) {
        try {
            return Optional.ofNullable(question.ask());
        } catch (RestClientException refused) {
            if (refused.getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused(subject, refused);
        } catch (IOException closed) {
            throw refused(subject, closed);
        }
    }

    private static <T> T ask(String subject, Question<T> question) {
        try {
            return question.ask();
        } catch (IOException | RestClientException refused) {
            throw refused(subject, refused);
        }
    }

    private static StartupException refused(String subject, Exception cause) {
        return new StartupException("the schema registry refuses " + subject + ": " + Patient.reason(cause), cause);
    }
}
