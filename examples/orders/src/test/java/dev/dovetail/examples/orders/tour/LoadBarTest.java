package dev.dovetail.examples.orders.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LoadBarTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void reachesTheEnd() {
        try (LoadBar bar = LoadBar.on(new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            bar.at(1_000, 8_428);
            bar.at(8_428, 8_428);
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("100%", "8428/8428");
    }

    @Test
    void isNotThereWhereNobodyLooks() {
        try (LoadBar bar = LoadBar.hidden()) {
            bar.at(8_428, 8_428);
        }

        assertThat(bytes.size()).isZero();
    }
}
