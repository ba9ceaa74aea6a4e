package dev.frist.domain.fact;

/** Where an order was placed ({@code name}) and how its owner is reached ({@code contactRoute}). */
public record Channel(String name, String contactRoute) {}
