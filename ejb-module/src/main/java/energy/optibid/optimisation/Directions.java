package energy.optibid.optimisation;

import java.util.BitSet;

/**
 * Which periods have their direction fixed, and to what: a binary variable's value.
 *
 * @param fixed the periods that have only one direction
 * @param discharging those of them that may discharge and not charge; the others may charge and not discharge
 */
record Directions(BitSet fixed, BitSet discharging) {
    static Directions free() {
        return new Directions(new BitSet(), new BitSet());
    }

    boolean mayCharge(int t) {
        return !fixed.get(t) || !discharging.get(t);
    }

    boolean mayDischarge(int t) {
        return !fixed.get(t) || discharging.get(t);
    }
}
