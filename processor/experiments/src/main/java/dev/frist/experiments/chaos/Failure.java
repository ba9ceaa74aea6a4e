package dev.frist.experiments.chaos;

/** What is done to an experiment while records are sent. Each must have happened, or the experiment says nothing. */
public enum Failure {
    /** From one instance to three. */
    SCALE_UP("scaled from 1 to 3"),
    /** From three instances to two. */
    SCALE_DOWN("scaled from 3 to 2"),
    /** {@code kill -9} of a processor, started again with its state. */
    KILL_PROCESSOR("kill -9 of a processor"),
    /** {@code kill -9} of a processor, started again with an empty disk. */
    KILL_PROCESSOR_AND_DISK("kill -9 of a processor, its disk lost"),
    /** SIGSTOP until others have taken over, then SIGCONT. */
    FREEZE_PROCESSOR("a processor frozen, then back as a zombie"),
    /** SIGTERM, and started again once it has ended. */
    RESTART_PROCESSOR("clean restart of a processor"),
    /** {@code kill -9} of a broker, started again some seconds later. */
    KILL_BROKER("kill -9 of a broker"),
    /** {@code kill -9} of the registry, a processor restarted meanwhile, the registry started again. */
    REGISTRY_OUTAGE("registry outage"),
    /** No processor at all while deadlines pass and corrections arrive. */
    LAG("all processors down");

    private final String words;

    Failure(String words) {
        this.words = words;
    }

    /** For a report. */
    public String words() {
        return words;
    }
}
