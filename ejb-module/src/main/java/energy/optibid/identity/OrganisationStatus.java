package energy.optibid.identity;

import java.util.Locale;

/** Whether an organisation may use OptiBid. */
public enum OrganisationStatus {
    ACTIVE,

    /** Nobody of it logs in or refreshes a session; its data stay. */
    SUSPENDED,

    /** As suspended, for good; it is not listed any more and its name is free again. */
    DELETED;

    /** The name in the API and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a code, which is one. */
    public static OrganisationStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
