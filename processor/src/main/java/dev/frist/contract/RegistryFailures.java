package dev.frist.contract;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a registry that cannot be asked from one that knows no such schema. Confluent's serializers report both, and
 * bytes that are broken too, as the same exception; so the difference is taken where it is plain, at the client itself.
 *
 * <p>What the record is to blame for is only that the registry answers, in its own words, that it has no such schema,
 * subject or version (codes 40401 to 40403), or that the schema is invalid (422xx). All else is the registry's or the
 * network's: no connection, a time limit, 5xx, 429, credentials refused, a proxy's own 404.
 */
final class RegistryFailures implements InvocationHandler {

    private static final Set<Integer> NOT_THERE = Set.of(40_401, 40_402, 40_403);
    private static final int UNPROCESSABLE = 422;

    private final SchemaRegistryClient client;

    private RegistryFailures(SchemaRegistryClient client) {
        this.client = client;
    }

    /** The client, but whenever the registry cannot be asked it throws {@link RegistryUnavailableException}. */
    static SchemaRegistryClient named(SchemaRegistryClient client) {
        return (SchemaRegistryClient) Proxy.newProxyInstance(
                RegistryFailures.class.getClassLoader(),
                new Class<?>[] {SchemaRegistryClient.class},
                new RegistryFailures(client));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            if (isUnavailable(cause)) {
                throw new RegistryUnavailableException(cause);
            }
            throw cause;
        }
    }

    private static boolean isUnavailable(Throwable cause) {
        if (cause instanceof RestClientException answer) {
            return !NOT_THERE.contains(answer.getErrorCode()) && answer.getStatus() != UNPROCESSABLE;
        }
        return cause instanceof IOException && !(cause instanceof InterruptedIOException);
    }
}
