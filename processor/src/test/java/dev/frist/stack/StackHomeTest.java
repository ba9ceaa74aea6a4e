package dev.frist.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackHomeTest {

    @TempDir
    Path folder;

    @Test
    void isFoundBesideTheProgram() throws IOException {
        Path home = home("processor/stack/target");
        Path program = Files.createDirectories(folder.resolve("processor/target/frist/lib"));

        assertThat(StackHome.find(null, null, program).folder()).isEqualTo(home);
    }

    @Test
    void isFoundInsideTheProgramFolder() throws IOException {
        Path home = home("frist/stack");
        Path program = Files.createDirectories(folder.resolve("frist/lib"));

        assertThat(StackHome.find(null, null, program).folder()).isEqualTo(home);
    }

    @Test
    void thePropertyWinsOverTheVariable() throws IOException {
        Path one = home("one");
        Path two = home("two");

        assertThat(StackHome.find(one.toString(), two.toString(), null).folder())
                .isEqualTo(one);
        assertThat(StackHome.find(null, two.toString(), null).folder()).isEqualTo(two);
    }

    @Test
    void anEmptyFolderIsNamedInTheMessage() {
        assertThatThrownBy(() -> StackHome.find(folder.toString(), null, null))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void whereThereIsNoneTheMessageSaysHowToGetIt() {
        assertThatThrownBy(() -> StackHome.find(null, " ", folder))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("FRIST_STACK_HOME");
    }

    private Path home(String at) throws IOException {
        Files.createDirectories(folder.resolve(at).resolve("broker"));
        Files.createDirectories(folder.resolve(at).resolve("registry"));
        return folder.resolve(at);
    }
}
