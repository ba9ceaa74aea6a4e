package dev.frist.cli;

import dev.frist.config.FristConfig;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.PolicyGuard;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.scenario.PolicyFile;
import dev.frist.setup.PolicyTopic;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code frist policy apply}: writes versions that the guard lets pass, all or none. */
@Command(
        name = "apply",
        description = {
            "Write policies to their topic, if the guard lets all of them pass after what is there.",
            "A version that is there already is not written again."
        })
final class PolicyApplyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PolicyFiles files;

    @Mixin
    private ConfigOptions settings;

    @Option(names = "--dry-run", description = "Say what would be written, and write nothing.")
    private boolean dryRun;

    private PolicyApplyCommand() {}

    @Override
    public Integer call() throws IOException {
        List<PolicyFile.Entry> entries = files.read();
        FristConfig config = settings.load();
        PolicyTopic topic = new PolicyTopic(config);
        PrintWriter out = spec.commandLine().getOut();
        List<WindowPolicy> toWrite = judge(entries, topic.read().accepted(), config, out);
        if (dryRun) {
            toWrite.forEach(policy -> out.println(policy.ref() + " would be written"));
            out.flush();
            return 0;
        }
        if (toWrite.isEmpty()) {
            out.flush();
            return 0;
        }
        List<Long> offsets = topic.write(toWrite);
        return confirm(topic.read(), toWrite, offsets, out);
    }

    private List<WindowPolicy> judge(
            List<PolicyFile.Entry> entries, PolicyBook accepted, FristConfig config, PrintWriter out) {
        PolicyBook book = accepted;
        long now = System.currentTimeMillis();
        List<WindowPolicy> toWrite = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (PolicyFile.Entry entry : entries) {
            WindowPolicy policy = entry.policy();
            String objection =
                    PolicyGuard.objection(policy, now, book, config.policyLead().toMillis());
            if (objection != null) {
                refused.add(entry.place() + ": " + policy.ref() + " would be rejected: " + objection);
            } else if (book.find(policy.ref()) == null) {
                book = book.with(policy);
                toWrite.add(policy);
            } else {
                out.println(policy.ref() + " is there already, as it stands");
            }
        }
        if (!refused.isEmpty()) {
            refused.forEach(spec.commandLine().getErr()::println);
            throw new CommandFailedException("the guard does not let these pass; nothing was written");
        }
        return toWrite;
    }

    /** What counts is what the topic made of it: somebody else may have written in between. */
    private static int confirm(
            PolicyTopic.Content content, List<WindowPolicy> written, List<Long> offsets, PrintWriter out) {
        int rejected = 0;
        for (int i = 0; i < written.size(); i++) {
            WindowPolicy policy = written.get(i);
            PolicyTopic.Version version = content.at(offsets.get(i));
            if (version == null || version.isAccepted()) {
                out.println(policy.ref() + " written by " + policy.author()
                        + (policy.approvedBy() == null ? "" : ", approved by " + policy.approvedBy())
                        + (version == null ? "" : ", at " + Instant.ofEpochMilli(version.writtenAt()))
                        + "; takes effect " + Instant.ofEpochMilli(policy.effectiveFrom()));
            } else {
                rejected++;
                out.println(policy.ref() + " was written and rejected: " + version.objection());
            }
        }
        out.flush();
        return rejected == 0 ? 0 : Failures.FAILED;
    }
}
