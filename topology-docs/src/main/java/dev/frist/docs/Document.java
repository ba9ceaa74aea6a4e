package dev.frist.docs;

/**
 * A document made from the code.
 *
 * @param path below {@code topology-docs/reference}, with slashes
 * @param text all of it; ends with a line feed
 */
public record Document(String path, String text) {

    /** Checks what every document must hold to, so that it is the same on every machine. */
    public Document {
        if (path.startsWith("/") || path.contains("..") || path.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("not a path below the folder: " + path);
        }
        if (text.indexOf('\r') >= 0 || !text.endsWith("\n")) {
            throw new IllegalArgumentException(path + " must have line feeds alone, and end with one");
        }
    }
}
