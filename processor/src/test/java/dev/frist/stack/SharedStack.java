package dev.frist.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives integration tests the one {@link LocalStack} of the test run. It is started for the first test that asks for it
 * and ends with the run; its data and logs stay under {@code target/}. Tests that stop or break it start their own.
 */
public final class SharedStack implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        LocalStack.class,
                        key -> LocalStack.start(StackHome.find(), StackOptions.single(newFolder())),
                        LocalStack.class);
    }

    /** A folder of its own for a stack. */
    public static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "stack-")
                    .toAbsolutePath();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot create a folder under target/", unwritable);
        }
    }
}
