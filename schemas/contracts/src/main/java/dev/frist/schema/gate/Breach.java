package dev.frist.schema.gate;

/**
 * One place in which a contract breaks a rule.
 *
 * @param rule the rule
 * @param where the place: full names of types and names of fields, from the outside in
 * @param detail what is wrong, and against which earlier version if the rule compares versions
 */
public record Breach(Rule rule, String where, String detail) {

    @Override
    public String toString() {
        return rule + " at " + where + ": " + detail;
    }
}
