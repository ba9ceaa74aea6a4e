package dev.frist.chart;

import io.fabric8.kubernetes.api.model.Quantity;

/** Kubernetes' amounts as numbers. */
final class Quantities {

    private Quantities() {}

    static long bytes(String amount) {
        return Quantity.getAmountInBytes(Quantity.parse(amount)).longValueExact();
    }
}
