package dev.frist.topology;

/** When something was read because of which a case did not become a dispute. */
public enum Prevented {
    /** By the due date that had been published. */
    IN_WINDOW,
    /** After the due date, before a dispute was due. */
    IN_GRACE,
    /** When a dispute was due: judged by the clock alone it would have been opened before the record was read. */
    LAST_MOMENT
}
