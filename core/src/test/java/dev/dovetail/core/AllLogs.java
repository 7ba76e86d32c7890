package dev.dovetail.core;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that is logged until this is closed, stack traces included, at the most talkative level. */
final class AllLogs extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final List<String> LOGGERS =
            List.of("dev.dovetail", "com.zaxxer.hikari", "org.mariadb.jdbc", "org.sqlite");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    AllLogs() {
        start();
        LOGGERS.forEach(name -> {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
            logger.addAppender(this);
        });
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        LOGGERS.forEach(name -> {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.detachAppender(this);
            logger.setAdditive(true);
            logger.setLevel(null);
        });
        stop();
    }
}
