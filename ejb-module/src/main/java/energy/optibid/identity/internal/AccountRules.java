package energy.optibid.identity.internal;

import energy.optibid.identity.AccountFinding;
import energy.optibid.identity.AccountRefusedException;
import energy.optibid.identity.EmailAddress;
import energy.optibid.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with names, addresses and roles. */
public final class AccountRules {
    private static final int MAX_NAME = 200;

    private final List<AccountFinding> findings = new ArrayList<>();

    public AccountRules email(String field, String typed) {
        if (EmailAddress.parse(typed).isEmpty()) {
            add("invalid-email", field, "This is no e-mail address", typed);
        }
        return this;
    }

    /** A name for people to read: 1 to 200 characters, no control characters, no blanks at its ends. */
    public AccountRules name(String field, String typed) {
        boolean fits = !typed.isEmpty()
                && typed.codePointCount(0, typed.length()) <= MAX_NAME
                && typed.strip().equals(typed)
                && typed.codePoints().noneMatch(AccountRules::isUnprintable);
        if (!fits) {
            add(
                    "invalid-name",
                    field,
                    "A name has 1 to " + MAX_NAME + " printable characters and no blanks at its ends",
                    typed);
        }
        return this;
    }

    public AccountRules roles(String field, Set<String> roles) {
        if (roles.isEmpty()) {
            add("no-role", field, "A user has at least one role", "");
        }
        return knownRoles(field, roles);
    }

    public AccountRules knownRoles(String field, Set<String> roles) {
        roles.stream()
                .filter(role -> !Role.ALL.contains(role))
                .sorted()
                .forEach(role -> add("unknown-role", field, "There is no role " + role, role));
        return this;
    }

    public AccountRules add(String code, String field, String message, String value) {
        findings.add(new AccountFinding(code, field, message, value));
        return this;
    }

    /** @throws AccountRefusedException with everything that was found */
    public void check() {
        if (!findings.isEmpty()) {
            throw new AccountRefusedException(findings);
        }
    }

    private static boolean isUnprintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
