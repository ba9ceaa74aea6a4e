package dev.frist.scenario;

/** A way to run a scenario; whichever is taken, the same must be published. */
@FunctionalInterface
public interface ScenarioEngine {

    /**
     * Lets everything happen that the scenario says, up to and with {@link Scenario#until()}.
     *
     * @throws IllegalStateException where the program under test misbehaves, such as by waking up for ever
     */
    Published run(Scenario scenario);
}
