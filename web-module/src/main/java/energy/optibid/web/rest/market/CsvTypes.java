package energy.optibid.web.rest.market;

/** Media types of files with rows. */
final class CsvTypes {
    static final String CSV = "text/csv";
    static final String ZIP = "application/zip";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String ARROW = "application/vnd.apache.arrow.stream";
    static final String GZIP = "application/gzip";
    static final String GZIP_BEFORE_RFC_6713 = "application/x-gzip";

    private CsvTypes() {}
}
