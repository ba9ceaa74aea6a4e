package dev.frist.experiments.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.schema.Contracts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class HistoryTest {

    private static final long START = 1_790_000_000_000L;

    private static History draw(long seed, Form form) {
        return History.draw(new Dice(seed), form, START, START + 60_000, START + 80_000, List.of(START + 30_000));
    }

    private static List<List<Object>> sent(History history) {
        return history.records().stream()
                .<List<Object>>map(record -> List.of(record.at(), record.topic(), record.route()))
                .toList();
    }

    @Test
    void aSeedDeterminesAHistory() {
        Form form = Form.LONG.withOrders(500);
        assertThat(sent(draw(7, form))).isEqualTo(sent(draw(7, form)));
        assertThat(sent(draw(7, form))).isNotEqualTo(sent(draw(8, form)));
    }

    @Test
    void thousandsOfDeadlinesFallIntoTheLagAndEveryRouteIsUsed() {
        History history = draw(1, Form.LONG);

        assertThat(history.orders()).isEqualTo(20_000);
        assertThat(History.between(history.unheeded(), START + 60_000, START + 80_000))
                .isGreaterThan(Form.LONG.dueInLag());
        assertThat(History.between(history.corrections(), START + 60_000, START + 80_000))
                .isGreaterThan(500);
        Set<Route> routes = history.records().stream().map(Outgoing::route).collect(Collectors.toSet());
        assertThat(routes).isEqualTo(EnumSet.allOf(Route.class));
        assertThat(history.records().stream().map(Outgoing::topic).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        Contracts.ORDERS, Contracts.RETURNS, Contracts.INVOICE_CORRECTIONS, Contracts.WINDOW_POLICIES);
        assertThat(history.records()).isSortedAccordingTo(java.util.Comparator.comparingLong(Outgoing::at));
    }

    @Test
    void everyPartitionIsClosed() {
        List<Outgoing> closing = Closing.records(6);
        assertThat(closing).hasSize(18);
        assertThat(closing.stream().map(Outgoing::topic).distinct()).hasSize(3);
    }
}
