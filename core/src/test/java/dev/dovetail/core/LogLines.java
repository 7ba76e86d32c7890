package dev.dovetail.core;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** What a logger is told until this is closed. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger logger;
    private final boolean additive;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public LogLines(String name, Level level) {
        logger = (Logger) LoggerFactory.getLogger(name);
        additive = logger.isAdditive();
        logger.setLevel(level);
        logger.setAdditive(false);
        start();
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        synchronized (lines) {
            lines.add(event.getFormattedMessage());
            lines.notifyAll();
        }
    }

    /** Waits until a line holds, and returns it; the test's own time-out ends a wait in vain. */
    public String await(Predicate<String> expected) throws InterruptedException {
        synchronized (lines) {
            while (true) {
                Optional<String> found = lines.stream().filter(expected).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                lines.wait();
            }
        }
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setAdditive(additive);
        logger.setLevel(null);
        stop();
    }
}
