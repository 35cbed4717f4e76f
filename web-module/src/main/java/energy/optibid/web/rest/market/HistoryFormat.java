package energy.optibid.web.rest.market;

/** In which form a history is answered. */
public enum HistoryFormat {
    JSON,
    CSV
}
