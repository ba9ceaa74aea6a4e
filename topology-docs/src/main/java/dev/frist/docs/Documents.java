package dev.frist.docs;

import dev.frist.topology.TopicNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All documents that are made from the code. */
public final class Documents {

    /** What refreshes them, in the root of the project. */
    static final String COMMAND = "mvn -q -Pdocs";

    private Documents() {}

    /** Makes them all. */
    static List<Document> of(Repository repository) throws IOException {
        List<VerdictRow> verdicts = VerdictRow.all();
        List<TopicFacts> topics = TopicFacts.all();
        Examples examples = Examples.of();
        List<Document> documents = new ArrayList<>();
        documents.addAll(TopologyDocuments.of(TopologyDocuments.describe(new TopicNames(""))));
        documents.addAll(TopicDocuments.of(topics, examples));
        documents.add(AsyncApiDocument.make(topics, examples));
        documents.add(VerdictsDocument.make(verdicts));
        documents.add(ExplanationsDocument.make(verdicts, repository));
        documents.add(DeadLettersDocument.make(repository));
        documents.addAll(LifecycleDocument.of());
        documents.add(MetricsDocument.make(AlertRule.all(repository)));
        documents.add(SettingsDocument.make());
        documents.add(CommandsDocument.make());
        documents.add(AclsDocument.make());
        return documents;
    }
}
