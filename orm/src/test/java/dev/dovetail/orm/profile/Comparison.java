package dev.dovetail.orm.profile;

import dev.dovetail.repository.memory.EngineProfile;
import dev.dovetail.repository.memory.InMemoryPersistence;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes the same calls on an engine and on the fake with a profile, and writes down where they differ. */
final class Comparison {

    private final Specimens real;
    private final Specimens fake;
    private final EngineProfile profile;
    private final List<String> differences = new ArrayList<>();

    Comparison(Specimens real, EngineProfile profile) {
        this.real = real;
        this.profile = profile;
        this.fake = InMemoryPersistence.of(options -> options.profile(profile), Specimen.class)
                .repository(Specimens.class);
        real.deleteAll(real.findAll().toList());
    }

    List<String> differences() {
        return differences;
    }

    void compareAll(Map<String, List<?>> samples) {
        samples.forEach((attribute, values) -> {
            long id = 0;
            for (Object value : values) {
                id++;
                write(attribute, id, value);
            }
            if (Outcome.canFind(attribute)) {
                for (Object value : values) {
                    // MariaDB takes dates that it does not have for others, in conditions.
                    if (!profile.name().startsWith("MARIADB") || !isFarAway(value)) {
                        compare(attribute + " = " + Outcome.text(value), each -> Outcome.found(each, attribute, value));
                    }
                }
            }
            if (!attribute.equals("picture") && !attribute.equals("memo")) {
                sort(attribute, Sort.asc(attribute));
                sort(attribute, Sort.desc(attribute));
            }
            if (attribute.equals("text") || attribute.equals("code")) {
                sort(attribute, Sort.ascIgnoreCase(attribute));
            }
            real.deleteAll(real.findAll().toList());
            fake.deleteAll(fake.findAll().toList());
        });
    }

    /** Only writes. */
    void write(String attribute, List<?> values) {
        long id = 0;
        for (Object value : values) {
            id++;
            write(attribute, id, value);
        }
        real.deleteAll(real.findAll().toList());
        fake.deleteAll(fake.findAll().toList());
    }

    private static boolean isFarAway(Object value) {
        return value.toString().startsWith("+") || value.toString().startsWith("-00");
    }

    private void write(String attribute, long id, Object value) {
        compare(attribute + " := " + Outcome.text(value), each -> {
            Specimen specimen = new Specimen(id);
            Outcome.set(specimen, attribute, value);
            each.insert(specimen);
            return Outcome.text(Outcome.get(each.findById(id).orElseThrow(), attribute));
        });
    }

    private void sort(String attribute, Sort<Specimen> by) {
        compare(
                "order by " + by,
                each -> each.sorted(Order.by(by, Sort.asc("id"))).stream()
                        .map(found -> found.id + " " + Outcome.text(Outcome.get(found, attribute)))
                        .toList()
                        .toString());
    }

    private void compare(String what, Function<Specimens, String> call) {
        String there = Outcome.of(() -> call.apply(real));
        String here = Outcome.of(() -> call.apply(fake));
        if (!there.equals(here)) {
            differences.add(what + "\n    engine: " + there + "\n    fake:   " + here + "\n");
        }
    }
}
