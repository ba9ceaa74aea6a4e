package dev.frist.domain.verdict;

import dev.frist.domain.decision.DeadlineBlock;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.InvoiceBlock;
import dev.frist.domain.policy.WindowPolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an explanation: for a person (amounts with their currency, times in the zone of the policy) and,
 * under names that end in {@code Minor} or {@code At}, for a program that builds a text of its own.
 */
final class Wording {

    /** With the offset, not the name of the zone: how that is abbreviated depends on the JVM and on what it has loaded. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final Map<String, String> parameters = new TreeMap<>();
    private final String currency;
    private final ZoneId zone;

    Wording(String currency, @Nullable WindowPolicy policy) {
        this.currency = currency;
        this.zone = policy == null ? ZoneOffset.UTC : policy.calendar().zone();
        parameters.put("currency", currency);
        parameters.put("policy", policy == null ? "none" : policy.ref().toString());
    }

    Wording about(@Nullable String returnId, List<DecisionLine> lines, long amount) {
        parameters.put("returnId", returnId == null ? "" : returnId);
        parameters.put("amount", money(amount));
        parameters.put("amountMinor", Long.toString(amount));
        long units = lines.stream().mapToLong(DecisionLine::quantity).sum();
        parameters.put("units", Long.toString(units));
        parameters.put(
                "lines",
                lines.isEmpty()
                        ? "no units"
                        : lines.stream()
                                .map(line -> line.quantity() + " × " + line.lineId())
                                .collect(Collectors.joining(", ")));
        return this;
    }

    Wording deadline(DeadlineBlock deadline) {
        put("due", deadline.due());
        put("anchor", deadline.anchor());
        put("told", deadline.told());
        return this;
    }

    private void put(String name, @Nullable Long at) {
        parameters.put(name, at == null ? "not known yet" : time(at));
        if (at != null) {
            parameters.put(name + "At", Instant.ofEpochMilli(at).toString());
        }
    }

    Wording invoice(InvoiceBlock invoice) {
        parameters.put("held", money(invoice.held()));
        parameters.put("payable", money(invoice.payable()));
        parameters.put("credited", money(invoice.credited()));
        return this;
    }

    Wording with(Map<String, String> more) {
        parameters.putAll(more);
        return this;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    String time(long at) {
        return TIME.format(Instant.ofEpochMilli(at).atZone(zone));
    }

    /** Minor units with the exponent of the currency: SEK 2, JPY 0, KWD 3; 2 for a code that is not known. */
    private String money(long amount) {
        int exponent = 2;
        try {
            exponent = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknownCode) {
            exponent = 2;
        }
        return BigDecimal.valueOf(amount, exponent).toPlainString() + " " + currency;
    }
}
