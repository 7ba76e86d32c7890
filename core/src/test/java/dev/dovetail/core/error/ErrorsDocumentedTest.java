package dev.dovetail.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorsDocumentedTest {

    @ParameterizedTest
    @EnumSource(CoreError.class)
    void everyCodeHasItsSection(CoreError error) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "errors.md"));
        assertThat(page).contains("## " + error.id() + " ");
    }
}
