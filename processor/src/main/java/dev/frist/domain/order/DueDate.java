package dev.frist.domain.order;

/** A due date that was published for a case, and when; both epoch millis. */
public record DueDate(long publishedAt, long due) {}
