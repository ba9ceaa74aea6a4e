package dev.frist.cli.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frist.cli.ConfigOptions;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code frist dead-letters show}: one refused record, with all that is in it. */
@Command(
        name = "show",
        description = {
            "Show refused records: headers, the value decoded as far as possible, and its bytes.",
            "What is shown may be about persons: it is the record as it came."
        })
final class ShowCommand implements Callable<Integer> {

    private static final int MOST = 100;
    private static final int ROW = 16;
    private static final int BYTES_SHOWN = 4096;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SelectionOptions selection;

    @Option(names = "--json", description = "Print JSON; the bytes are in Base64.")
    private boolean json;

    @Mixin
    private ConfigOptions settings;

    private ShowCommand() {}

    @Override
    public Integer call() throws JsonProcessingException {
        if (!selection.isGiven()) {
            throw new ParameterException(spec.commandLine(), "Missing: an ID, or an option that selects");
        }
        PrintWriter out = spec.commandLine().getOut();
        for (Described dead :
                Search.find(settings.load(), selection, true, MOST).dead()) {
            if (json) {
                out.println(Described.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(dead.whole()));
            } else {
                print(dead, out);
            }
        }
        out.flush();
        return 0;
    }

    private static void print(Described dead, PrintWriter out) throws JsonProcessingException {
        out.println(dead.refused().id() + "  " + dead.refused().reason() + (dead.isRedriven() ? "  (sent again)" : ""));
        out.println("  refused    " + SelectionOptions.time(dead.refused().refusedAt()));
        out.println("  why        " + dead.refused().message());
        out.println("  came from  " + dead.origin());
        out.println("  key        " + dead.refused().keyText());
        out.println("  headers");
        for (Header header : dead.refused().headers()) {
            out.println("    " + header.key() + " = "
                    + (header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        }
        if (dead.event() != null) {
            out.println("  value, as " + dead.reading().schema() + " (schema "
                    + dead.reading().schemaId() + ")");
            out.println(Described.JSON
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(dead.event())
                    .indent(4)
                    .stripTrailing());
        } else {
            out.println("  value can't be decoded: " + dead.reading().problem());
        }
        byte[] value = dead.refused().value();
        if (value != null) {
            out.println("  bytes (" + value.length + ")");
            hex(value, out);
        } else if (dead.refused().omitted() != null) {
            out.println(
                    "  bytes were left out (" + dead.refused().omitted() + "), and lie no longer where they came from");
        }
        out.println();
    }

    private static void hex(byte[] value, PrintWriter out) {
        HexFormat format = HexFormat.ofDelimiter(" ");
        int shown = Math.min(value.length, BYTES_SHOWN);
        for (int from = 0; from < shown; from += ROW) {
            int to = Math.min(from + ROW, shown);
            StringBuilder text = new StringBuilder();
            for (int i = from; i < to; i++) {
                text.append(value[i] >= ' ' && value[i] < 127 ? (char) value[i] : '.');
            }
            out.println(
                    String.format(Locale.ROOT, "    %06x  %-47s  %s", from, format.formatHex(value, from, to), text));
        }
        if (shown < value.length) {
            out.println("    … and " + (value.length - shown) + " more: `frist dead-letters export` has them all");
        }
    }
}
