package dev.userdeck.internal.user.list;

import static dev.userdeck.internal.jooq.Tables.UD_LOGIN_METHOD;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;
import static dev.userdeck.libs.org.jooq.impl.DSL.min;
import static dev.userdeck.libs.org.jooq.impl.DSL.select;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;
import static dev.userdeck.libs.org.jooq.impl.DSL.unquotedName;

import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.LoginMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The providers that users sign in with: read from one to the next along an index, however many users each has. */
final class Providers {
    private static final int MOST = 100;
    /** How many users of a provider are asked for their tenants. */
    private static final int ASKED = 5_000;

    private static final String EXTERNAL = ConstantNames.of(LoginMethod.Kind.EXTERNAL);

    private final JooqDatabase jooq;

    Providers(JooqDatabase jooq) {
        this.jooq = jooq;
    }

    List<String> within(Scope scope) {
        return jooq.read(db -> {
            var found = new ArrayList<String>();
            String last = "";
            for (int i = 0; i < MOST; i++) {
                String next = after(db, last);
                if (next == null) {
                    break;
                }
                if (scope instanceof Scope.All || isWithin(db, next, scope)) {
                    found.add(next);
                }
                last = next;
            }
            return found;
        });
    }

    private static @Nullable String after(DSLContext db, String provider) {
        var m = UD_LOGIN_METHOD;
        return db.select(min(m.PROVIDER))
                .from(m)
                .where(m.KIND.eq(EXTERNAL))
                .and(m.PROVIDER.gt(provider))
                .fetchSingle(0, String.class);
    }

    private static boolean isWithin(DSLContext db, String provider, Scope scope) {
        var m = UD_LOGIN_METHOD;
        var t = UD_USER_TENANT;
        var users = select(m.USER_ID.as("id"))
                .from(m)
                .where(m.KIND.eq(EXTERNAL))
                .and(m.PROVIDER.eq(provider))
                .limit(ASKED)
                .asTable(unquotedName("users"));
        return db.fetchExists(selectOne()
                .from(users)
                .join(t)
                .on(t.USER_ID.eq(DSL.field("users.id", String.class)))
                .where(Scopes.covers(scope, t.TENANT_ID)));
    }
}
