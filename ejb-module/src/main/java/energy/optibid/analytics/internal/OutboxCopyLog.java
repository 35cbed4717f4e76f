package energy.optibid.analytics.internal;

import energy.optibid.streaming.EventLog;
import energy.optibid.streaming.EventTaker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The outbox, read as {@code clickhouse-copy}. */
@ApplicationScoped
class OutboxCopyLog implements CopyLog {
    private static final String CONSUMER = "clickhouse-copy";

    @Inject
    EventLog log;

    @Override
    public long lastPosition() {
        return log.lastPosition();
    }

    @Override
    public long bookmark() {
        return log.bookmark(CONSUMER);
    }

    @Override
    public void moveBookmark(long position) {
        log.moveBookmark(CONSUMER, position);
    }

    @Override
    public int deliver(int limit, EventTaker taker) {
        return log.deliver(CONSUMER, limit, taker);
    }

    @Override
    public long waiting() {
        return log.backlog(CONSUMER).events();
    }
}
