package dev.dovetail.examples.orders.tour;

import dev.dovetail.examples.orders.load.Progress;
import java.io.Console;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar while the orders are loaded, where somebody is looking. */
final class LoadBar implements Progress, AutoCloseable {

    private static final int REFRESH_MILLIS = 50;
    private static final int WIDTH = 78;

    private final @Nullable PrintStream terminal;
    private @Nullable ProgressBar bar;

    private LoadBar(@Nullable PrintStream terminal) {
        this.terminal = terminal;
    }

    /** A bar on a stream, which is an interactive terminal. */
    static LoadBar on(PrintStream terminal) {
        return new LoadBar(terminal);
    }

    /** No bar. */
    static LoadBar hidden() {
        return new LoadBar(null);
    }

    /** Whether the standard streams of this process are a terminal. */
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console also where there is no terminal.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }

    @Override
    public void at(long rows, long of) {
        if (terminal == null) {
            return;
        }
        ProgressBar current = bar;
        if (current == null) {
            current = new ProgressBarBuilder()
                    .setTaskName("   rows")
                    .setInitialMax(of)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .hideEta()
                    .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
                    .build();
            bar = current;
        }
        current.stepTo(rows);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
