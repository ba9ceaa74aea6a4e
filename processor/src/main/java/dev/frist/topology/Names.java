package dev.frist.topology;

import dev.frist.domain.decision.OutputTopic;

/**
 * The names of nodes and stores. Changelog topics and the folders of the state are named for the stores: renaming one
 * leaves everything that was stored behind.
 */
public final class Names {

    /** Store: orderId to what is kept of the order. */
    public static final String ORDER_FACTS = "order-facts";
    /** Store: which order wants to be woken when. */
    public static final String HANDLING_WINDOWS = "handling-windows";
    /** Store: how many cases and parked events a task has. */
    public static final String TASK_FIGURES = "task-figures";
    /** Global store: the accepted policy versions as they were written. */
    public static final String POLICIES = "accepted-policies";

    static final String ORDERS_SOURCE = "orders-source";
    static final String RETURNS_SOURCE = "returns-source";
    static final String INVOICE_CORRECTIONS_SOURCE = "invoice-corrections-source";
    static final String CASES = "cases";
    static final String DISPUTES_SINK = "disputes-sink";
    static final String RESOLUTIONS_SINK = "resolutions-sink";
    static final String NOTICES_SINK = "notices-sink";
    static final String DEAD_LETTERS_SINK = "dead-letters-sink";
    static final String POLICIES_SOURCE = "window-policies-source";
    static final String POLICY_GUARD = "policy-guard";

    private Names() {}

    static String sink(OutputTopic output) {
        return switch (output) {
            case DISPUTES -> DISPUTES_SINK;
            case RESOLUTIONS -> RESOLUTIONS_SINK;
            case NOTICES -> NOTICES_SINK;
        };
    }
}
