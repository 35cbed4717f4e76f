package energy.optibid.liquibase.audit;

/** The newest seal of a chain, or one that was the newest when it was noted elsewhere. */
public record ChainHead(long sequence, ChainHash hash) {

    /**
     * As {@link #toString} writes it.
     *
     * @throws IllegalArgumentException where it is not a sequence from 1, a colon and 64 hexadecimal digits
     */
    public static ChainHead parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2 || !parts[0].matches("[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("A head is a sequence, a colon and the hash in hexadecimal digits");
        }
        return new ChainHead(Long.parseLong(parts[0]), ChainHash.parse(parts[1]));
    }

    @Override
    public String toString() {
        return sequence + ":" + hash;
    }
}
