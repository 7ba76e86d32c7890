package dev.dovetail.orm.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.repository.memory.EngineProfile;
import dev.dovetail.repository.memory.InMemoryPersistence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the portable profile lets pass, that of each engine lets pass. */
class PortableTest {

    @Test
    void whatIsKeptIsKeptByEachOfThem() {
        List<String> refused = new ArrayList<>();
        int[] kept = {0};
        Samples.all().forEach((attribute, values) -> {
            // Collations that take different texts for the same key are for the profiles with their name.
            if (!attribute.equals("code")) {
                for (Object value : values) {
                    if (insert(EngineProfile.PORTABLE, attribute, value).equals("kept")) {
                        kept[0]++;
                        for (EngineProfile profile : EngineProfile.values()) {
                            // H2 takes a character beyond U+FFFF for two.
                            boolean isTwo = profile == EngineProfile.H2
                                    && value.toString().codePoints().anyMatch(Character::isSupplementaryCodePoint);
                            String outcome = isTwo ? "kept" : insert(profile, attribute, value);
                            if (!outcome.equals("kept")) {
                                refused.add(profile + " " + attribute + " " + Outcome.text(value) + ": " + outcome);
                            }
                        }
                    }
                }
            }
        });
        assertThat(refused).isEmpty();
        assertThat(kept[0]).isGreaterThan(80);
    }

    private static String insert(EngineProfile profile, String attribute, Object value) {
        Specimens specimens = InMemoryPersistence.of(options -> options.profile(profile), Specimen.class)
                .repository(Specimens.class);
        Specimen specimen = new Specimen(1);
        Outcome.set(specimen, attribute, value);
        return Outcome.of(() -> {
            specimens.insert(specimen);
            return "kept";
        });
    }
}
