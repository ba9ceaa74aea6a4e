package dev.frist.domain.ledger;

import static dev.frist.domain.Facts.START;
import static dev.frist.domain.Facts.amount;
import static dev.frist.domain.Facts.answered;
import static dev.frist.domain.Facts.cancelled;
import static dev.frist.domain.Facts.credit;
import static dev.frist.domain.Facts.delivered;
import static dev.frist.domain.Facts.fact;
import static dev.frist.domain.Facts.line;
import static dev.frist.domain.Facts.note;
import static dev.frist.domain.Facts.order;
import static dev.frist.domain.Facts.refused;
import static dev.frist.domain.Facts.registered;
import static dev.frist.domain.Facts.reversed;
import static dev.frist.domain.Facts.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.Payload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimelineTest {

    private static final Fact ORDER = fact("o", START, order(line("L1", 3, 300)));
    private static final Payload REGISTERED = registered("R1", units("L1", 3));

    /** The order in which the facts are judged, the same whatever the order in which they arrived. */
    private static List<String> judged(Fact... facts) {
        List<Fact> arrived = new ArrayList<>(List.of(facts));
        List<String> forwards = ids(Timeline.of(arrived));
        Collections.reverse(arrived);
        assertThat(ids(Timeline.of(arrived))).as("arrived the other way round").isEqualTo(forwards);
        return forwards;
    }

    private static List<String> ids(Timeline timeline) {
        return timeline.moments().stream()
                .map(moment -> moment.fact().eventId())
                .toList();
    }

    private static long at(String eventId, Fact... facts) {
        return Timeline.of(List.of(facts)).moments().stream()
                .filter(moment -> moment.fact().eventId().equals(eventId))
                .findFirst()
                .orElseThrow()
                .at();
    }

    @Test
    void judgesByWhenThingsOccurred() {
        assertThat(judged(
                        fact("a", START + 3, cancelled("R1")),
                        fact("b", START + 2, REGISTERED),
                        fact("c", START + 1, amount("K1", null, 5)),
                        ORDER))
                .containsExactly("o", "c", "b", "a");
    }

    @Test
    void atTheSameInstantOrdersComeBeforeRegistrationsBeforeOtherReturnEventsBeforeCorrections() {
        assertThat(judged(
                        fact("a", START, amount("K1", null, 5)),
                        fact("b", START, cancelled("R1")),
                        fact("c", START, REGISTERED),
                        fact("d", START, delivered(START)),
                        fact("z", START, order(line("L1", 3, 300)))))
                .containsExactly("d", "z", "c", "b", "a");
    }

    @Test
    void whatIsAlikeIsJudgedByEventId() {
        assertThat(judged(
                        ORDER,
                        fact("r", START, REGISTERED),
                        fact("b", START, refused("R1", units("L1", 1))),
                        fact("a", START, refused("R1", units("L1", 2)))))
                .containsExactly("o", "r", "a", "b");
    }

    @Test
    void aReturnEventCountsNoEarlierThanItsRegistration() {
        Fact registration = fact("r", START + 10, REGISTERED);
        Fact early = fact("a", START + 5, cancelled("R1"));

        assertThat(judged(ORDER, registration, early)).containsExactly("o", "r", "a");
        assertThat(at("a", ORDER, registration, early)).isEqualTo(START + 10);
        assertThat(at("a", ORDER, registration, fact("a", START + 11, cancelled("R1"))))
                .isEqualTo(START + 11);
    }

    @Test
    void anAnswerCountsNoEarlierThanTheFirstRefusal() {
        Fact registration = fact("r", START, REGISTERED);
        Fact first = fact("f1", START + 20, refused("R1", units("L1", 1)));
        Fact second = fact("f2", START + 30, refused("R1", units("L1", 1)));
        Fact answer = fact("a", START + 10, answered("R1", Answer.CONTESTED));

        assertThat(judged(ORDER, registration, second, first, answer)).containsExactly("o", "r", "f1", "a", "f2");
        assertThat(at("a", ORDER, registration, first, second, answer)).isEqualTo(START + 20);
    }

    @Test
    void anAnswerAtTheInstantOfARefusalWithALaterIdFollowsIt() {
        Fact registration = fact("r", START, REGISTERED);
        Fact refusal = fact("x", START + 20, refused("R1"));
        Fact between = fact("y", START + 20, cancelled("R1"));

        assertThat(judged(
                        ORDER, registration, refusal, between, fact("a", START + 20, answered("R1", Answer.ACCEPTED))))
                .containsExactly("o", "r", "x", "a", "y");
    }

    @Test
    void anAnswerToTheRefusalOfAnotherReturnIsNotMoved() {
        Fact other = fact("q", START, registered("R2", units("L1", 1)));
        Fact refusal = fact("f", START + 20, refused("R2"));
        Fact answer = fact("a", START + 10, answered("R1", Answer.CONTESTED));

        assertThat(at("a", ORDER, fact("r", START, REGISTERED), other, refusal, answer))
                .isEqualTo(START + 10);
    }

    @Test
    void aReversalCountsNoEarlierThanItsCorrection() {
        Fact correction = fact("k", START + 20, note("K1", credit("L1", 1, 100)));
        Fact reversal = fact("a", START + 5, reversed("K2", "K1"));
        Fact later = fact("l", START + 20, amount("K3", null, 7));

        assertThat(judged(ORDER, correction, reversal, later)).containsExactly("o", "k", "a", "l");
        assertThat(at("a", ORDER, correction, reversal)).isEqualTo(START + 20);
        assertThat(at("a", ORDER, correction, fact("a", START + 21, reversed("K2", "K1"))))
                .isEqualTo(START + 21);
        assertThat(at("a", ORDER, reversal)).isEqualTo(START + 5);
    }

    @Test
    void everyEventOfAnUnknownOrderIsParked() {
        Fact registration = fact("r", START, REGISTERED);
        Fact credit = fact("k", START, amount("K1", null, 5));
        Timeline timeline = Timeline.of(List.of(registration, credit));

        assertThat(timeline.placedFact()).isNull();
        assertThat(timeline.moments()).isEmpty();
        assertThat(timeline.parked()).containsExactly(registration, credit);
        assertThat(timeline.isRegistered("R1")).isFalse();
    }

    @Test
    void everyEventOfAnUnregisteredReturnIsParked() {
        Fact registration = fact("r", START, REGISTERED);
        Fact orphan = fact("x", START, cancelled("R2"));
        Timeline timeline = Timeline.of(List.of(ORDER, registration, orphan));

        assertThat(timeline.placedFact()).isEqualTo(ORDER);
        assertThat(ids(timeline)).containsExactly("o", "r");
        assertThat(timeline.parked()).containsExactly(orphan);
        assertThat(timeline.isRegistered("R1")).isTrue();
        assertThat(timeline.isRegistered("R2")).isFalse();
        assertThat(timeline.registration("R1")).isEqualTo(registration);
        assertThat(timeline.registration("R2")).isNull();
    }
}
