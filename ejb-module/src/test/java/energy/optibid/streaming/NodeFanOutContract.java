package energy.optibid.streaming;

import energy.optibid.platform.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How nodes wake each other, whatever carries it. */
public abstract class NodeFanOutContract {
    private final List<NodeFanOut> open = new ArrayList<>();

    /** One node's, not listening yet. */
    protected abstract NodeFanOut node(NodeName name);

    /** Ends the connections of all listeners, as a restart of the server does. */
    protected abstract void cutListeners() throws Exception;

    @AfterEach
    void close() {
        open.forEach(NodeFanOut::close);
    }

    @Test
    void othersShouldHearAnAnnouncementAndItsSenderShouldNot() {
        AtomicInteger byOne = new AtomicInteger();
        AtomicInteger byTwo = new AtomicInteger();
        AtomicInteger byThree = new AtomicInteger();
        NodeFanOut one = listening(byOne);
        NodeFanOut two = listening(byTwo);
        listening(byThree);
        int before = byOne.get();

        one.announce();

        Wait.until("two and three hear it", () -> byTwo.get() > 1 && byThree.get() > 1);
        // What two says reaches one after what one said, so that it would have been heard by now.
        two.announce();
        Wait.until("one hears two", () -> byOne.get() > before);
        Assertions.assertThat(byOne).hasValue(before + 1);
    }

    @Test
    void listenerShouldBeWokenWhenItListensAgain() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        listening(heard);
        NodeFanOut other = opened();

        cutListeners();

        Wait.until("woken for what was missed", () -> heard.get() > 1);
        int before = heard.get();
        other.announce();
        Wait.until("hears again", () -> heard.get() > before);
    }

    private NodeFanOut listening(AtomicInteger heard) {
        NodeFanOut node = opened();
        node.listen(
                work -> {
                    Thread thread = new Thread(work);
                    thread.setDaemon(true);
                    return thread;
                },
                heard::incrementAndGet);
        Wait.until("listens", () -> heard.get() > 0);
        return node;
    }

    private NodeFanOut opened() {
        NodeFanOut node = node(NodeName.random());
        open.add(node);
        return node;
    }
}
