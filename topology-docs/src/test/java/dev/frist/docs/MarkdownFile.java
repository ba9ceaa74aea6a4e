package dev.frist.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a Markdown file can be followed, and where its headings can be reached, as forges do it. */
final class MarkdownFile {

    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.*?)\\s*#*$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^(`{3,}|~{3,}).*?^\\1\\s*$");
    private static final Pattern SPAN = Pattern.compile("`[^`\\n]*`");

    private final String text;

    MarkdownFile(String text) {
        this.text = FENCE.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }

    /** Targets of links and images, without those that lead out of the repository. */
    List<String> targets() {
        List<String> targets = new ArrayList<>();
        // What looks like a link within code is none, but a link's label may be code.
        String linked = SPAN.matcher(text).replaceAll("code");
        Matcher link = LINK.matcher(linked);
        while (link.find()) {
            if (!link.group(1).matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
                targets.add(link.group(1));
            }
        }
        return targets;
    }

    /** The anchors of its headings. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        Matcher heading = HEADING.matcher(text);
        while (heading.find()) {
            String slug = slug(heading.group(1));
            int before = seen.merge(slug, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? slug : slug + "-" + before);
        }
        return anchors;
    }

    private static String slug(String heading) {
        return LINK.matcher(heading)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll("^!?\\[|]\\(.*$", "")))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
