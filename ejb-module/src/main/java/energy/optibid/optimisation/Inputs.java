package energy.optibid.optimisation;

/** Checks of what the planner is given; each names the value that is wrong. */
final class Inputs {
    private Inputs() {}

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number: " + value);
        }
    }

    static void notNegative(String name, double value) {
        finite(name, value);
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + value);
        }
    }

    static void positive(String name, double value) {
        finite(name, value);
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }

    static void below(String name, double value, double bound) {
        if (value >= bound) {
            throw new IllegalArgumentException(name + " must be below " + bound + ": " + value);
        }
    }

    static void efficiency(String name, double value) {
        positive(name, value);
        if (value > 1) {
            throw new IllegalArgumentException(name + " must not exceed 1: " + value);
        }
    }
}
