package dev.frist.experiments.check;

/** One thing that must hold of every order. */
interface OrderCheck {

    void check(OrderTrace trace, Findings findings);
}
