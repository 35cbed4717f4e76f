package energy.optibid.streaming;

import java.util.List;

/** Takes events of the log, in their order, and sees to it that they are not lost. */
@FunctionalInterface
public interface EventTaker {

    /**
     * Takes events that may have come before: whoever must not apply one twice asks the {@link Inbox}.
     *
     * @param events at least one, in the order of their places
     * @return how many of them, from the first on, were taken; the others come again
     */
    int take(List<LoggedEvent> events);
}
