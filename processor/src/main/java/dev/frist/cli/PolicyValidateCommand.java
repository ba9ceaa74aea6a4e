package dev.frist.cli;

import dev.frist.config.FristConfig;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.PolicyGuard;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.scenario.PolicyFile;
import dev.frist.setup.PolicyTopic;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code frist policy validate}: what would be refused. */
@Command(
        name = "validate",
        description = {
            "Say what is wrong with policy files.",
            "With --config or --set also whether the guard would let them pass now, after what is in the topic."
        })
final class PolicyValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PolicyFiles files;

    @Mixin
    private ConfigOptions settings;

    private PolicyValidateCommand() {}

    @Override
    public Integer call() throws IOException {
        List<PolicyFile.Entry> entries = files.read();
        PrintWriter out = spec.commandLine().getOut();
        if (!settings.areGiven()) {
            entries.forEach(
                    entry -> out.println(entry.place() + ": " + entry.policy().ref() + " is valid"));
            out.flush();
            return 0;
        }
        FristConfig config = settings.load();
        PolicyBook book = new PolicyTopic(config).read().accepted();
        long now = System.currentTimeMillis();
        int refused = 0;
        for (PolicyFile.Entry entry : entries) {
            WindowPolicy policy = entry.policy();
            boolean known = policy.equals(book.find(policy.ref()));
            String objection =
                    PolicyGuard.objection(policy, now, book, config.policyLead().toMillis());
            if (objection == null) {
                book = book.with(policy);
                out.println(entry.place() + ": " + policy.ref()
                        + (known ? " is in the topic already" : " would be accepted"));
            } else {
                refused++;
                out.println(entry.place() + ": " + policy.ref() + " would be rejected: " + objection);
            }
        }
        out.flush();
        return refused == 0 ? 0 : Failures.FAILED;
    }
}
