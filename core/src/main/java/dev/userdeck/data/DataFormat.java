package dev.userdeck.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The formats of files with users; always in UTF-8. docs/import-export.md names the fields. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum DataFormat {
    /** One JSON object a line, for each user: <a href="https://jsonlines.org">JSON Lines</a>. */
    JSON_LINES,
    /**
     * RFC 4180, the first line naming the columns. A cell that a spreadsheet would take for a formula is written with an
     * apostrophe in front, as OWASP asks, which an import takes away again. Semicolons or tabs are read too.
     */
    CSV,
    /** One JSON document, <code>{"users": […]}</code>: what bulk imports of other products read. To be imported only. */
    JSON_DOCUMENT
}
