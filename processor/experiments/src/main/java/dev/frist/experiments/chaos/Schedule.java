package dev.frist.experiments.chaos;

import dev.frist.experiments.history.Dice;
import dev.frist.experiments.history.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which failure happens when. Those of processors and of the registry come one after the other, those of brokers one
 * after the other, and the two lanes overlap as the seed has it.
 */
record Schedule(List<Step> processors, List<Step> brokers) {

    private static final long SESSION_TIMEOUT = 6_000;

    static Schedule draw(Dice dice, Form form) {
        boolean isLong = form.traffic() > 100_000;
        List<Failure> middle = new ArrayList<>(List.of(
                Failure.KILL_PROCESSOR,
                Failure.KILL_PROCESSOR_AND_DISK,
                Failure.FREEZE_PROCESSOR,
                Failure.RESTART_PROCESSOR,
                Failure.REGISTRY_OUTAGE,
                Failure.LAG));
        if (isLong) {
            middle.addAll(List.of(Failure.KILL_PROCESSOR, Failure.FREEZE_PROCESSOR, Failure.RESTART_PROCESSOR));
        }
        dice.shuffle(middle);
        if (middle.indexOf(Failure.LAG) > middle.size() / 2) {
            // Where everything takes longer than planned, there are still deadlines left for it.
            Collections.reverse(middle);
        }
        List<Failure> processors = new ArrayList<>(List.of(Failure.SCALE_UP));
        processors.addAll(middle);
        processors.add(Failure.SCALE_DOWN);
        List<Failure> brokers =
                isLong ? List.of(Failure.KILL_BROKER, Failure.KILL_BROKER) : List.of(Failure.KILL_BROKER);
        long first = isLong ? 8_000 : 3_000;
        return new Schedule(
                lane(dice, form, processors, first, form.traffic()),
                lane(dice, form, brokers, form.traffic() / 6, form.traffic() * 9 / 10));
    }

    /** Spread so that they fill the time, each after the one before it. */
    private static List<Step> lane(Dice dice, Form form, List<Failure> failures, long from, long to) {
        List<Long> lengths =
                failures.stream().map(failure -> length(dice, form, failure)).toList();
        long rest = to
                - from
                - form.traffic() / 15
                - lengths.stream().mapToLong(Long::longValue).sum();
        long pause = Math.max(500, rest / failures.size());
        List<Step> steps = new ArrayList<>();
        long at = from;
        for (int i = 0; i < failures.size(); i++) {
            // It must not be late: thousands of deadlines lie in it.
            at += failures.get(i) == Failure.LAG ? form.traffic() / 15 : 0;
            steps.add(new Step(at, failures.get(i), lengths.get(i), dice.between(0, 1_000)));
            at += lengths.get(i) + dice.between(pause / 2, pause);
        }
        return List.copyOf(steps);
    }

    private static long length(Dice dice, Form form, Failure failure) {
        return switch (failure) {
            case SCALE_UP, SCALE_DOWN -> 0;
            case KILL_PROCESSOR, KILL_PROCESSOR_AND_DISK -> dice.between(200L, 4_000L);
            case FREEZE_PROCESSOR -> SESSION_TIMEOUT + dice.between(3_000L, 6_000L);
            case RESTART_PROCESSOR -> 4_000;
            case KILL_BROKER -> dice.between(5_000L, 10_000L);
            case REGISTRY_OUTAGE -> dice.between(5_000L, 9_000L);
            case LAG -> form.traffic() > 100_000 ? 22_000 : 11_000;
        };
    }

    /** When the registry goes down, epoch millis. */
    List<Long> registryOutages(long start) {
        return processors.stream()
                .filter(step -> step.failure() == Failure.REGISTRY_OUTAGE)
                .map(step -> start + step.at())
                .toList();
    }

    /** Failures that are not planned. */
    Set<Failure> leftOut() {
        Set<Failure> leftOut = EnumSet.allOf(Failure.class);
        processors.forEach(step -> leftOut.remove(step.failure()));
        brokers.forEach(step -> leftOut.remove(step.failure()));
        return leftOut;
    }

    /** When all processors go down. */
    Step lag() {
        return processors.stream()
                .filter(step -> step.failure() == Failure.LAG)
                .findFirst()
                .orElseThrow();
    }
}
