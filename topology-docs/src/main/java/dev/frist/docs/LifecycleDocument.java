package dev.frist.docs;

import static dev.frist.docs.Markdown.code;

import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.OutputTopic;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The life of a case as a picture of states; what a neighbour may see, not how the core works (it has no states). */
final class LifecycleDocument {

    private LifecycleDocument() {}

    static List<Document> of() {
        Document page = Markdown.titled("The life of a case")
                .paragraph(
                        "What follows on what in the decisions of one return, in the order of their `sequence`. The core"
                                + " keeps no such state: it judges all facts afresh, and this is what comes out. The build holds"
                                + " every scenario against it: nothing else ever follows, and each of these does somewhere.")
                .image("The life of a case: open, disputed, resolved", "lifecycle.svg")
                .heading(2, "As a diagram")
                .fenced("mermaid", mermaid())
                .heading(2, "Transitions")
                .table(
                        List.of("From", "Decision", "To", "When", "Grounds"),
                        Transition.ALL.stream().map(LifecycleDocument::row).toList())
                .heading(2, "Notices")
                .paragraph("These tell something and leave a case where it is: "
                        + Arrays.stream(DecisionType.values())
                                .filter(type -> type.topic() == OutputTopic.NOTICES)
                                .filter(type -> type != DecisionType.RETURN_OPENED)
                                .map(type -> code(type.name()))
                                .collect(Collectors.joining(", "))
                        + ". A case that is reopened before it was ever told is told with `RETURN_OPENED` then.")
                .as("lifecycle.md");
        return List.of(page, new Document("lifecycle.svg", LifecycleDrawing.svg()));
    }

    private static String mermaid() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n  direction LR\n");
        for (Transition each : Transition.ALL) {
            text.append("  ")
                    .append(name(each.from()))
                    .append(" --> ")
                    .append(name(each.to()))
                    .append(" : ")
                    .append(each.type())
                    .append('\n');
        }
        return text.toString();
    }

    private static String name(CaseState state) {
        return state == CaseState.START ? "[*]" : state.name();
    }

    private static List<String> row(Transition each) {
        return List.of(
                each.from() == CaseState.START ? "" : code(each.from().name()),
                code(each.type().name()),
                code(each.to().name()),
                each.when(),
                grounds(each.type()));
    }

    /** The grounds that a type can have: those with which it is in the catalogue of explanations. */
    private static String grounds(DecisionType type) {
        return ExplanationCode.all().stream()
                .filter(code -> code.type() == type && code.ground() != null)
                .map(code -> Objects.requireNonNull(code.ground()))
                .map(Ground::name)
                .map(Markdown::code)
                .collect(Collectors.joining(", "));
    }
}
