package dev.frist.scenario;

import java.nio.charset.Charset;

/**
 * The marks of a report.
 *
 * @param differs before a field that differs
 * @param missing before a field that was expected and did not come
 * @param extra before a field that came and was not expected
 */
public record Marks(String passed, String failed, String differs, String missing, String extra) {

    /** For where every character can be shown. */
    public static final Marks SIGNS = new Marks("✓", "✗", "≠", "−", "+");

    /** For where only ASCII can. */
    public static final Marks PLAIN = new Marks("ok  ", "FAIL", "!", "-", "+");

    /** The signs, where a charset has them. */
    public static Marks in(Charset charset) {
        String signs = SIGNS.passed + SIGNS.failed + SIGNS.differs + SIGNS.missing;
        return charset.canEncode() && charset.newEncoder().canEncode(signs) ? SIGNS : PLAIN;
    }
}
