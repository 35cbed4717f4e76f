package energy.optibid.identity.internal.audit;

/** Texts as PostgreSQL can keep them: no NUL, no half of a surrogate pair, not longer than wished. */
final class AuditText {
    private static final char REPLACEMENT = '\uFFFD';

    private AuditText() {}

    /** @param max characters that are kept; a longer text ends with an ellipsis */
    static String of(String text, int max) {
        String cut = text.length() <= max ? text : text.substring(0, max - 1) + '…';
        StringBuilder clean = new StringBuilder(cut.length());
        cut.codePoints().map(AuditText::storable).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int storable(int codePoint) {
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return half || codePoint == 0 ? REPLACEMENT : codePoint;
    }
}
