package dev.frist.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Ports on the loopback address that nobody listens on.
 *
 * <p>They are drawn from below the ranges that operating systems take outgoing connections from: a port that the system
 * itself handed out could be gone again before the broker binds it.
 */
final class FreePorts {

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private FreePorts() {}

    /**
     * Finds ports that are free and differ from each other.
     *
     * @throws StackException if there are none
     */
    static List<Integer> find(int count) {
        Random random = new Random();
        Set<Integer> found = new LinkedHashSet<>();
        for (int attempt = 0; attempt < ATTEMPTS && found.size() < count; attempt++) {
            int port = random.nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                found.add(port);
            }
        }
        if (found.size() < count) {
            throw new StackException("no free port between " + LOWEST + " and " + HIGHEST + " on " + LocalStack.HOST);
        }
        return List.copyOf(found);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
