package dev.userdeck.hosts;

import java.net.URI;
import java.util.List;

/** A servlet container, application server or framework that the app is mounted in. */
interface Host {
    /** Where the app is in the root context. */
    String ROOT = "";

    /** The context path of the second copy of the app. */
    String SHOP = "/shop";

    /** As people call it. */
    String name();

    String version();

    /** The Java that it runs on. */
    default String java() {
        return Runtime.version().feature() + "";
    }

    /** Whether it is a large download. */
    default boolean isLarge() {
        return false;
    }

    /** Context paths that it serves, each with an app of its own; those of one list in one process. */
    default List<List<String>> together() {
        return List.of(List.of(ROOT, SHOP));
    }

    /**
     * Starts it with the app in one of its contexts or in several, and waits until it serves.
     *
     * @param url where its root is to be, with a slash at the end
     */
    HostProcess start(URI url, Setting setting, List<String> contexts) throws Exception;
}
