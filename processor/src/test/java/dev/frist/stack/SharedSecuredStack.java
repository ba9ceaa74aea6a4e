package dev.frist.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives integration tests the one {@link SecuredStack} of the test run, as {@link SharedStack} does the open one. */
public final class SharedSecuredStack implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SharedSecuredStack.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SecuredStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(SecuredStack.class, key -> start(), SecuredStack.class);
    }

    private static SecuredStack start() {
        try {
            return SecuredStack.start(SharedStack.newFolder());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
