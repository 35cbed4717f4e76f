package energy.optibid.market.internal.rows;

import java.math.BigDecimal;

/**
 * Reads exact decimals of at most 18 digits without making an object for each. The last number read is
 * {@link #unscaled()} divided by ten to the power of {@link #scale()}.
 */
public final class NumberReader {
    private static final int MOST_DIGITS = 18;
    private static final long TEN_TO_17 = 100_000_000_000_000_000L;

    private final char decimalSeparator;
    private long unscaled;
    private int scale;

    public NumberReader(char decimalSeparator) {
        this.decimalSeparator = decimalSeparator;
    }

    public long unscaled() {
        return unscaled;
    }

    public int scale() {
        return scale;
    }

    /** Reads the text, false where it is not a finite decimal number of at most 18 digits. */
    public boolean read(String cell) {
        String text = cell.strip();
        int length = text.length();
        int at = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        long value = 0;
        int digits = 0;
        int pointAt = -1;
        for (int i = at; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (value >= TEN_TO_17) {
                    return false;
                }
                value = value * 10 + (c - '0');
                digits++;
            } else if (c == decimalSeparator && pointAt < 0) {
                pointAt = i;
            } else {
                return (c == 'e' || c == 'E') && digits > 0 && readExponent(text);
            }
        }
        int decimals = pointAt < 0 ? 0 : length - pointAt - 1;
        return digits > 0 && keep(text.charAt(0) == '-' ? -value : value, decimals);
    }

    /** Programs write very small and very large numbers as 1e-05. */
    private boolean readExponent(String text) {
        if (text.length() > 2 * MOST_DIGITS) {
            return false;
        }
        try {
            BigDecimal number = new BigDecimal(text.replace(decimalSeparator, '.'));
            if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
                return false;
            }
            BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
            return plain.precision() <= MOST_DIGITS
                    && keep(plain.unscaledValue().longValueExact(), plain.scale());
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private boolean keep(long value, int decimals) {
        unscaled = value;
        scale = decimals;
        return decimals <= MOST_DIGITS;
    }

    /** Takes zeros off, or adds some, so that there are at least so many digits after the point. */
    public void normalise(int leastScale) {
        while (scale > leastScale && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
        while (scale < leastScale && Math.abs(unscaled) < TEN_TO_17) {
            unscaled *= 10;
            scale++;
        }
    }
}
