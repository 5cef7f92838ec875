package dev.userdeck.example.docs;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.language.Words;
import dev.userdeck.mail.EmailContent;
import dev.userdeck.mail.NewEmail;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.user.UserId;
import java.util.Locale;
import java.util.Optional;

/** What docs/languages.md shows. */
final class Speaking {
    private Speaking() {}

    /** What an app knows of its customers. */
    interface Customers {
        Optional<Locale> languageOf(String id);
    }

    static Userdeck.Builder german(Customers customers) {
        return Userdeck.builder().language(Locale.GERMAN).userLanguage(user -> customers.languageOf(user.value()));
    }

    static NewEmail noteLeft(RecipeContext context, UserId user, String email, Actor actor) {
        Words words = context.languages().of(user, actor);
        var content = EmailContent.of(words.say("email.notes.left.subject", "A note for you"))
                .paragraph(words.say("email.notes.left.text", "Somebody left a note for you."));
        return NewEmail.of("notes.left", email, content).user(user).locale(words.language());
    }
}
