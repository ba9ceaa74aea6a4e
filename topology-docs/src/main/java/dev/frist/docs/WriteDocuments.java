package dev.frist.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the documents that are made from the code, and deletes those that no longer are. */
public final class WriteDocuments {

    private WriteDocuments() {}

    /**
     * Entry point.
     *
     * @param args the root of the project
     */
    public static void main(String[] args) throws IOException {
        Repository repository = new Repository(Path.of(args[0]).toAbsolutePath().normalize());
        write(Documents.of(repository), repository.reference()).forEach(System.out::println);
        for (Path page : Quotes.pages(repository)) {
            String before = Files.readString(page);
            String after = Quotes.refreshed(before, repository);
            if (!after.equals(before)) {
                Files.writeString(page, after);
                System.out.println("quotes refreshed in " + page.getFileName());
            }
        }
    }

    /** Writes what differs, and says what it has done. */
    static List<String> write(List<Document> documents, Path folder) throws IOException {
        List<Freshness.Stale> stale = Freshness.of(documents, folder);
        for (Freshness.Stale each : stale) {
            Path file = folder.resolve(each.path());
            if (each.wanted() == null) {
                Files.delete(file);
            } else {
                Files.createDirectories(file.getParent());
                Files.writeString(file, each.wanted());
            }
        }
        return stale.stream()
                .map(each -> (each.wanted() == null ? "deleted " : "written ") + each.path())
                .toList();
    }
}
