package dev.frist.ops.management;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Who may ask: everybody, or who knows the token. */
final class Access {

    private static final String SCHEME = "bearer ";

    private final byte @Nullable [] token;

    /**
     * Access by a token.
     *
     * @param token empty where everybody may ask
     */
    Access(String token) {
        this.token = token.isEmpty() ? null : digest(token);
    }

    /** Whether the header shows the token. How long that takes tells nothing of how much of it was right. */
    boolean isGranted(@Nullable String authorization) {
        if (token == null) {
            return true;
        }
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        token, digest(authorization.substring(SCHEME.length()).trim()));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
