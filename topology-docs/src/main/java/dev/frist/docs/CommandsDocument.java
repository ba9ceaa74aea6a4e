package dev.frist.docs;

import dev.frist.cli.Frist;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Every command with its options, as {@code --help} prints it. */
final class CommandsDocument {

    private static final int WIDTH = 100;

    private CommandsDocument() {}

    static Document make() {
        Markdown page = Markdown.titled("Commands")
                .paragraph("`bin/frist` of the distribution (`mvn -q -DskipTests package` leaves it in"
                        + " `processor/target/frist`). What each command prints with `--help`:");
        CommandLine frist = Frist.commandLine();
        Map<String, String> statuses = frist.getCommandSpec().usageMessage().exitCodeList();
        for (CommandLine command : withSubcommands(frist)) {
            command.setUsageHelpAutoWidth(false);
            command.setUsageHelpWidth(WIDTH);
            boolean isOwn =
                    !statuses.equals(command.getCommandSpec().usageMessage().exitCodeList());
            if (!isOwn) {
                command.getCommandSpec().usageMessage().exitCodeList(Map.of()).exitCodeListHeading("");
            }
            page.heading(2, "`" + command.getCommandSpec().qualifiedName() + "`");
            page.fenced("text", withoutTrailingBlanks(command.getUsageMessage(Ansi.OFF)));
        }
        page.heading(2, "Exit statuses").paragraph("Of every command that has none of its own above:");
        page.table(
                List.of("Status", "Meaning"),
                statuses.entrySet().stream()
                        .map(status -> List.of(status.getKey(), Markdown.spans(status.getValue())))
                        .toList());
        return page.as("commands.md");
    }

    /** A command before its subcommands, as they are declared. */
    private static Set<CommandLine> withSubcommands(CommandLine command) {
        Set<CommandLine> all = new LinkedHashSet<>(List.of(command));
        command.getSubcommands().values().forEach(each -> all.addAll(withSubcommands(each)));
        return all;
    }

    private static String withoutTrailingBlanks(String usage) {
        return String.join("\n", usage.lines().map(String::stripTrailing).toList());
    }
}
