package energy.optibid.push;

/**
 * Of what connections are counted.
 *
 * @param value whose, in the words of the kind
 */
public record Counted(Kind kind, String value) {

    /** What the limits are for. */
    public enum Kind {
        USER("user"),
        ADDRESS("address");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As keys name it. */
        public String label() {
            return label;
        }
    }
}
