package dev.frist.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/**
 * The main class of a child process: runs another main class and ends when the parent is gone, however the parent went.
 *
 * <p>The parent holds the other end of standard input. The operating system closes it even after a {@code kill -9}, when
 * no shutdown hook has run. Ctrl-C reaches every process of the terminal at once; it is left to the parent, so that a
 * broker does not go away under a processor that is still committing.
 *
 * <p>Loaded in the class path of the broker or the registry, so it uses nothing but the JDK.
 */
final class TiedProcess {

    private static final int PARENT_GONE = 130;

    private TiedProcess() {}

    /** Arguments: the main class, then its own arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        leaveInterruptsToTheParent();
        Thread watcher = new Thread(TiedProcess::endWithTheParent, "parent-watcher");
        watcher.setDaemon(true);
        watcher.start();
        Method main = Class.forName(args[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException failed) {
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void endWithTheParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            // The same as the end of the stream: there is no parent any more.
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }

    private static void leaveInterruptsToTheParent() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object ignore = Proxy.newProxyInstance(
                TiedProcess.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, args) -> null);
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ignore);
    }
}
