package dev.frist.domain.engine;

import dev.frist.domain.decision.DeadLetterReason;

/** Why a record cannot become a fact, and a sentence that says what is allowed. */
record Objection(DeadLetterReason reason, String detail) {}
