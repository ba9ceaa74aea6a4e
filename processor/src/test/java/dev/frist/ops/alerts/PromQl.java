package dev.frist.ops.alerts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Prometheus' language as is needed to see which metrics, labels and values an expression names. */
final class PromQl {

    private static final Pattern TOKEN = Pattern.compile("(?<range>\\[[^]]*])"
            + "|(?<text>\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')"
            + "|(?<number>(?:0x)?[0-9][0-9a-zA-Z_.]*(?:[eE][+-]?[0-9]+)?)"
            + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"
            + "|(?<matcher>=~|!~|!=|==|<=|>=)"
            + "|(?<other>\\S)");
    private static final Set<String> WITH_LABELS =
            Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    /** A condition on a label. */
    record Condition(String label, String operator, String value) {}

    /** A metric and what is asked of its labels. */
    record Selector(String metric, List<Condition> conditions) {}

    private final List<Selector> selectors = new ArrayList<>();
    private final Set<String> groupings = new HashSet<>();
    private final List<String> tokens = new ArrayList<>();
    private int at;

    PromQl(String expression) {
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            if (matcher.group("range") == null) {
                tokens.add(matcher.group());
            }
        }
        while (at < tokens.size()) {
            next();
        }
    }

    List<Selector> selectors() {
        return selectors;
    }

    /** Labels by which it groups or joins. */
    Set<String> groupings() {
        return groupings;
    }

    private String token(int offset) {
        return at + offset < tokens.size() ? tokens.get(at + offset) : "";
    }

    private void next() {
        String token = token(0);
        at++;
        if (!token.matches("[a-zA-Z_:].*") || WORDS.contains(token)) {
            return;
        }
        if (WITH_LABELS.contains(token)) {
            labels();
        } else if (token(0).equals("{")) {
            selectors.add(new Selector(token, conditions()));
        } else if (!token(0).equals("(") && !WITH_LABELS.contains(token(0))) {
            selectors.add(new Selector(token, List.of()));
        }
    }

    private void labels() {
        if (!token(0).equals("(")) {
            return;
        }
        for (at++; !token(0).equals(")"); at++) {
            if (!token(0).equals(",")) {
                groupings.add(token(0));
            }
        }
        at++;
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        at++;
        while (!token(0).equals("}")) {
            String value = token(2);
            conditions.add(new Condition(token(0), token(1), value.substring(1, value.length() - 1)));
            at += token(3).equals(",") ? 4 : 3;
        }
        at++;
        return conditions;
    }
}
