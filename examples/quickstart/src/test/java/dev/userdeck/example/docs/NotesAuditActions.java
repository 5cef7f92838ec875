package dev.userdeck.example.docs;

/** What happened to notes, as the audit trail names it. */
public final class NotesAuditActions {

    /** A note was written. Changes: {@code words}, the note before and after. */
    public static final String NOTE_WRITTEN = "notes.note-written";

    private NotesAuditActions() {}
}
