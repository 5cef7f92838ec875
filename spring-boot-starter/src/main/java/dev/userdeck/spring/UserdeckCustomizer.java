package dev.userdeck.spring;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.Userdeck;
import org.apiguardian.api.API;

/** A bean that says more to the builder than properties do. Asked in order, after the properties, before the start. */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface UserdeckCustomizer {

    /** Changes what will be started. */
    void customize(Userdeck.Builder builder);
}
