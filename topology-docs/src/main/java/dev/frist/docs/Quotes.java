package dev.frist.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What written pages quote of programs. A page names a file and a region of it in a comment, and in the block below it
 * stands what lies between {@code region:} and {@code endregion} there:
 *
 * <pre>
 * &lt;!-- quote: processor/examples/…/Checkout.java#producer --&gt;
 * ```java
 * ```
 * </pre>
 *
 * <p>Without a region the whole file is quoted.
 */
final class Quotes {

    private static final Pattern QUOTE = Pattern.compile(
            "(<!-- quote: (?<file>[^#\\s]+)(?:#(?<region>[\\w-]+))? -->\\n```(?<language>\\w*)\\n)(?<text>.*?)(\\n?```\\n)",
            Pattern.DOTALL);

    private Quotes() {}

    /** The written pages that may quote. */
    static List<Path> pages(Repository repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository.documents())) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.startsWith(repository.reference()))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * A page with its quotes as the programs are now.
     *
     * @throws IOException where a file is not there
     * @throws IllegalArgumentException where a region is not there, or not closed
     */
    static String refreshed(String page, Repository repository) throws IOException {
        Matcher quote = QUOTE.matcher(page);
        StringBuilder fresh = new StringBuilder();
        while (quote.find()) {
            String file = quote.group("file");
            String source = repository.read(repository.root().resolve(file)).replace("\r\n", "\n");
            String region = quote.group("region");
            String text = region == null ? source.stripTrailing() : region(source, region, file);
            quote.appendReplacement(fresh, Matcher.quoteReplacement(quote.group(1) + text + "\n```\n"));
        }
        return quote.appendTail(fresh).toString();
    }

    private static String region(String source, String region, String file) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : source.lines().toList()) {
            String said = line.strip().replaceFirst("^(//|#) ?", "");
            if (said.equals("region: " + region)) {
                inside = true;
            } else if (inside && said.equals("endregion")) {
                return String.join("\n", lines).stripIndent().strip();
            } else if (inside) {
                lines.add(line);
            }
        }
        throw new IllegalArgumentException(file + (inside ? " does not end the region " : " has no region ") + region);
    }
}
