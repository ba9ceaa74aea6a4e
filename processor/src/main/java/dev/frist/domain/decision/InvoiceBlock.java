package dev.frist.domain.decision;

/**
 * What the decision means for the invoice, in minor units: how far a hold reaches, and what stays payable.
 *
 * @param captured all lines of the order
 * @param credited what corrections in force credit, net
 * @param agreed what settlements agreed to, and the value of cancelled units
 * @param held value outstanding in open and disputed cases
 * @param payable what the consumer owes now, never below 0
 */
public record InvoiceBlock(long captured, long credited, long agreed, long held, long payable, InvoiceAction action) {}
