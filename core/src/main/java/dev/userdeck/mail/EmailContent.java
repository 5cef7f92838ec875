package dev.userdeck.mail;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The words of a mail, from which its plain text and its HTML are made. Start with {@link #of}; whatever is put in, a
 * user's name as well, is escaped.
 *
 * @param subject one line of at most 250 characters
 * @param parts in the order to read
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record EmailContent(String subject, List<Part> parts) {

    /** A piece of a letter. */
    public sealed interface Part {

        /**
         * Some sentences.
         *
         * @param text without any formatting
         */
        record Paragraph(String text) implements Part {}

        /**
         * Something to click at.
         *
         * @param label what it does, as in {@code Confirm email}
         * @param url where it leads
         */
        record Link(String label, String url) implements Part {}
    }

    /** Copies the list. */
    public EmailContent {
        requireNonNull(subject, "subject");
        parts = List.copyOf(parts);
    }

    /** A letter that says nothing yet. */
    public static EmailContent of(String subject) {
        return new EmailContent(subject, List.of());
    }

    /** The same with one more paragraph. */
    public EmailContent paragraph(String words) {
        return with(new Part.Paragraph(words));
    }

    /** The same with a link below it. */
    public EmailContent link(String label, String url) {
        return with(new Part.Link(label, url));
    }

    private EmailContent with(Part part) {
        return new EmailContent(
                subject, Stream.concat(parts.stream(), Stream.of(part)).toList());
    }

    /** Returns where its first link leads. */
    public Optional<String> url() {
        return parts.stream()
                .filter(Part.Link.class::isInstance)
                .map(part -> ((Part.Link) part).url())
                .findFirst();
    }

    /** Returns the letter as plain text. */
    public String text() {
        return parts.stream()
                .map(part -> part instanceof Part.Link link
                        ? link.label() + ":\n" + link.url()
                        : ((Part.Paragraph) part).text())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    /** As a page of HTML that loads nothing. */
    public String html() {
        return parts.stream()
                .map(EmailContent::html)
                .collect(Collectors.joining("\n", """
                        <!doctype html>
                        <html><head><meta charset="utf-8"><title>%s</title></head>
                        <body style="margin:0 auto;max-width:36em;padding:24px;font:16px/1.5 sans-serif">
                        """.formatted(escape(subject)), "\n</body></html>\n"));
    }

    private static String html(Part part) {
        if (part instanceof Part.Link link) {
            String url = escape(link.url());
            return """
                    <p><a href="%s"><strong>%s</strong></a></p>
                    <p style="font-size:13px">%s</p>""".formatted(url, escape(link.label()), url);
        }
        return "<p>" + escape(((Part.Paragraph) part).text()).replace("\n", "<br>") + "</p>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Without the words: they may hold a link that signs someone in. */
    @Override
    public String toString() {
        return "Letter[subject=" + subject + "]";
    }
}
