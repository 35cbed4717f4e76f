package energy.optibid.load.push;

/** What clients were told, message by message, and when. */
final class Told {
    private final Longs zones = new Longs();
    private final Longs before = new Longs();
    private final Longs places = new Longs();
    private final Longs events = new Longs();
    private final Longs micros = new Longs();

    /**
     * One message of one client.
     *
     * @param zone its place among the zones that are followed
     * @param before the number that the client knew before it
     * @param place the number that it knows with it
     * @param events of how many events it tells; 0 for one that says that there was none
     * @param micros when it was received, in microseconds since 1970 UTC
     */
    record Message(int zone, long before, long place, long events, long micros) {}

    void add(Message message) {
        zones.add(message.zone());
        before.add(message.before());
        places.add(message.place());
        events.add(message.events());
        micros.add(message.micros());
    }

    Message get(int index) {
        return new Message(
                (int) zones.get(index), before.get(index), places.get(index), events.get(index), micros.get(index));
    }

    int size() {
        return places.size();
    }
}
