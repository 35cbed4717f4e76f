package energy.optibid.push;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What waits for one client, in the order in which it goes out. Of prices it keeps the newest message of each topic, in the
 * place of the oldest that was not sent, so that a busy zone does not hold the others back. Not for concurrent use.
 */
final class Outbox {
    private final int bound;
    private final Map<Object, PushMessage> waiting = new LinkedHashMap<>();
    private int kept;

    /** @param bound how many messages may wait that nothing can take the place of */
    Outbox(int bound) {
        this.bound = bound;
    }

    /** Takes a message; false where it is full, and then it has taken nothing. */
    boolean add(PushMessage message) {
        Optional<Topic> topic = message.topic().filter(unused -> message.isReplaceable());
        if (topic.isPresent()) {
            waiting.merge(topic.get(), message, (before, now) -> now.replacing(before));
            return true;
        }
        if (kept == bound) {
            return false;
        }
        kept++;
        waiting.put(new Object(), message);
        return true;
    }

    /** The next one to be sent, which it forgets; absent where none waits. */
    Optional<PushMessage> next() {
        Iterator<PushMessage> messages = waiting.values().iterator();
        if (!messages.hasNext()) {
            return Optional.empty();
        }
        PushMessage message = messages.next();
        messages.remove();
        if (!message.isReplaceable()) {
            kept--;
        }
        return Optional.of(message);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void clear() {
        waiting.clear();
        kept = 0;
    }
}
