package dev.dovetail.orm.handwritten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.repository.Persistence;
import dev.dovetail.repository.memory.InMemoryPersistence;
import dev.dovetail.repository.memory.InMemoryRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** In memory. */
class InMemoryRegisterTest extends RegisterContract {
    private final InMemoryPersistence persistence = InMemoryPersistence.of(Customer.class);

    @Override
    Persistence persistence() {
        return persistence;
    }

    @Override
    More customers() {
        return new MoreInMemory(persistence);
    }

    @Test
    void onlyEntitiesOfThePersistenceHaveARepository() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new InMemoryRepository<String, Long>(persistence, String.class) {});
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        String here = Files.readString(Path.of("src/test/java/dev/dovetail/orm/handwritten/RegisterContract.java"));
        String shown = here.substring(here.indexOf("// HAND\n") + 8, here.indexOf("    // end"));
        String readme = Files.readString(Path.of("../repository/README.md"));
        String section = readme.substring(readme.indexOf("## Written by hand"));
        String block = section.substring(section.indexOf("```java\n") + 8, section.indexOf("\n```\n"));
        assertThat(block.replaceAll("\\s", "")).isEqualTo(shown.replaceAll("\\s", ""));
    }
}
