package dev.frist.docs;

/** Where a case stands, by what was published for it last. */
enum CaseState {
    START,
    OPEN,
    DISPUTED,
    RESOLVED
}
