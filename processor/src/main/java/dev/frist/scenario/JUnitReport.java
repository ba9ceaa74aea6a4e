package dev.frist.scenario;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import picocli.CommandLine.Help.Ansi;

/** Writes results in the XML that CI servers read from JUnit: a test case for each file. */
public final class JUnitReport {

    private JUnitReport() {}

    /**
     * Writes all results to a file, making the folders above it.
     *
     * @throws IOException where it cannot be written
     */
    public static void write(Path file, List<ScenarioResult> results) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(writer);
            write(xml, results);
            xml.close();
        } catch (XMLStreamException unwritable) {
            throw new IOException("the report could not be written to " + file, unwritable);
        }
    }

    private static void write(XMLStreamWriter xml, List<ScenarioResult> results) throws XMLStreamException {
        Duration total = results.stream().map(ScenarioResult::took).reduce(Duration.ZERO, Duration::plus);
        long failures = results.stream()
                .filter(result -> !result.passed() && result.problems().isEmpty())
                .count();
        long errors =
                results.stream().filter(result -> !result.problems().isEmpty()).count();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "frist test");
        xml.writeAttribute("tests", String.valueOf(results.size()));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", String.valueOf(errors));
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds(total));
        for (ScenarioResult result : results) {
            testCase(xml, result);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static void testCase(XMLStreamWriter xml, ScenarioResult result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", result.file().toString());
        xml.writeAttribute(
                "name", printable(result.name().isEmpty() ? result.file().toString() : result.name()));
        xml.writeAttribute("time", seconds(result.took()));
        if (!result.passed()) {
            boolean error = !result.problems().isEmpty();
            xml.writeStartElement(error ? "error" : "failure");
            xml.writeAttribute(
                    "message",
                    printable(error ? result.problems().get(0) : "what came differs from what was expected"));
            xml.writeCharacters(printable(asText(result)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String asText(ScenarioResult result) {
        StringWriter text = new StringWriter();
        new ConsoleReport(new PrintWriter(text), Ansi.OFF, Marks.PLAIN).add(result);
        return text.toString();
    }

    /** XML 1.0 has no way to write control characters. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\r\\n]]", "?");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }
}
