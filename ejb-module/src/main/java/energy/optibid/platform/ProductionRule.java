package energy.optibid.platform;

import java.util.List;

/**
 * Something that must not be in production. Every bean of this type is asked before the application opens in
 * production, and what all of them name is told at once.
 */
public interface ProductionRule {

    /** What is unsafe and how to mend it, a sentence each; nothing where all is well. */
    List<String> violations();
}
