package energy.optibid.load.push;

/**
 * Compares what clients were told with what was committed. Each event counts once for each client, with the time from its commit
 * to the first message that told of it or of a later one: who gets three changes in one message waited for all three.
 */
final class Account {
    private final Commits commits;
    private final Longs micros = new Longs();
    private long missed;
    private long unknown;
    private long coalesced;

    Account(Commits commits) {
        this.commits = commits;
    }

    void add(Told told) {
        for (int i = 0; i < told.size(); i++) {
            add(told.get(i));
        }
    }

    private void add(Told.Message message) {
        int zone = message.zone();
        int first = commits.upTo(zone, message.before());
        int end = commits.upTo(zone, message.place());
        missed += Math.max(0, end - first - message.events());
        if (message.events() == 0) {
            return;
        }
        coalesced += message.events() - 1;
        if (end == first || commits.place(zone, end - 1) != message.place()) {
            unknown++;
        }
        for (int number = first; number < end; number++) {
            micros.add(message.micros() - commits.micros(zone, number));
        }
    }

    /** Counts what a client was not told of a zone up to the end. */
    void end(int zone, long last) {
        missed += commits.count(zone) - commits.upTo(zone, last);
    }

    /** Events that a client was not told of, neither by a message of their own nor by one that stands for them too. */
    long missed() {
        return missed;
    }

    /** Messages of an event that was not committed. */
    long unknown() {
        return unknown;
    }

    /** Events that were told by the message of a later one. */
    long coalesced() {
        return coalesced;
    }

    /** From commit to receipt, in microseconds, in rising order. */
    long[] latencies() {
        return micros.sorted();
    }
}
