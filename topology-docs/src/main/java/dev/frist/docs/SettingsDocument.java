package dev.frist.docs;

import dev.frist.config.SettingsReference;

/** Every setting, as {@code frist config --reference} prints it. */
final class SettingsDocument {

    private static final String TITLE = "# Settings\n\n";

    private SettingsDocument() {}

    static Document make() {
        String reference = SettingsReference.markdown();
        return Markdown.titled("Settings")
                .paragraph(
                        "`frist config --reference` prints this; `frist config --config FILE` prints what is in force"
                                + " and where each value comes from.")
                .raw(reference.startsWith(TITLE) ? reference.substring(TITLE.length()) : reference)
                .as("settings.md");
    }
}
