package dev.frist.experiments.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.experiments.history.Dice;
import dev.frist.experiments.history.Form;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyFailureIsPlannedAndTheSeedDecidesWhen(long seed) {
        for (Form form : List.of(Form.LONG, Form.SHORT)) {
            Schedule schedule = Schedule.draw(new Dice(seed), form);

            assertThat(schedule.leftOut()).isEmpty();
            assertThat(schedule).isEqualTo(Schedule.draw(new Dice(seed), form));
            assertThat(schedule).isNotEqualTo(Schedule.draw(new Dice(seed + 1), form));
            for (List<Step> lane : List.of(schedule.processors(), schedule.brokers())) {
                for (int i = 1; i < lane.size(); i++) {
                    Step before = lane.get(i - 1);
                    assertThat(lane.get(i).at()).isGreaterThan(before.at() + before.length());
                }
            }
            assertThat(schedule.processors().get(0).failure()).isEqualTo(Failure.SCALE_UP);
            assertThat(schedule.lag().at() + schedule.lag().length()).isLessThan(form.traffic());
        }
    }
}
