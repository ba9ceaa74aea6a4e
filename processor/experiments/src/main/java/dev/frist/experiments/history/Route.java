package dev.frist.experiments.history;

/** By which of the producers a record is sent. */
public enum Route {
    /** One of those without transactions. */
    PLAIN,
    /** The other of them, which does not wait for the first. */
    ANOTHER,
    /** In a transaction that is committed, some of them after seconds. */
    COMMITTED,
    /** In a transaction that is aborted: it never was. */
    ABORTED
}
