package dev.userdeck.servlet.internal;

import dev.userdeck.http.spi.Audience;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Route;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All routes of a servlet, ready to be found by path. A literal segment wins over a {@code {parameter}}. Immutable. */
public final class RouteTable {
    private final Node root;
    private final List<Mounted> routes;

    private RouteTable(Node root, List<Mounted> routes) {
        this.root = root;
        this.routes = List.copyOf(routes);
    }

    /** A route, and its path with the prefix that it is mounted at. */
    public record Mounted(String path, Route route) {}

    /** All routes, in the order in which they were added. */
    public List<Mounted> routes() {
        return routes;
    }

    /** Begins a table. */
    public static Builder builder() {
        return new Builder();
    }

    /** What a path and a method lead to. */
    sealed interface Match {
        /** A route, with the decoded values of its path's parameters by name. */
        record Found(Route route, String name, Map<String, String> values) implements Match {}

        /** The path is known, but not with this method. */
        record WrongMethod(Set<String> allowed) implements Match {}

        /** No route has this path. */
        record Unknown() implements Match {}
    }

    /** Finds the route for decoded segments. HEAD finds what GET does. */
    Match find(String method, List<String> segments) {
        var ends = new ArrayList<Node>();
        collect(root, segments, 0, ends);
        var allowed = new TreeSet<String>();
        for (Node end : ends) {
            for (Entry entry : end.entries.values()) {
                Route.Method offered = entry.route.method();
                if (offered.name().equals(method) || (method.equals("HEAD") && offered == Route.Method.GET)) {
                    return new Match.Found(entry.route, entry.name, entry.values(segments));
                }
                allowed.add(offered.name());
                if (offered == Route.Method.GET) {
                    allowed.add("HEAD");
                }
            }
        }
        return ends.isEmpty() ? new Match.Unknown() : new Match.WrongMethod(allowed);
    }

    /** Best first: the literal branch is walked before the one of a parameter. */
    private static void collect(Node node, List<String> segments, int at, List<Node> ends) {
        if (at == segments.size()) {
            if (!node.entries.isEmpty()) {
                ends.add(node);
            }
            return;
        }
        String segment = segments.get(at);
        Node literal = node.literals.get(segment);
        if (literal != null) {
            collect(literal, segments, at + 1, ends);
        }
        if (node.parameter != null && !segment.isEmpty()) {
            collect(node.parameter, segments, at + 1, ends);
        }
    }

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<Route.Method, Entry> entries = new EnumMap<>(Route.Method.class);
        private @Nullable Node parameter;

        private Node child(String segment) {
            if (!isParameter(segment)) {
                return literals.computeIfAbsent(segment, name -> new Node());
            }
            if (parameter == null) {
                parameter = new Node();
            }
            return parameter;
        }
    }

    private record Entry(Route route, String name, Map<String, Integer> positions) {
        Map<String, String> values(List<String> segments) {
            var values = new HashMap<String, String>();
            positions.forEach((parameter, at) -> values.put(parameter, segments.get(at)));
            return values;
        }
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    /** Collects routes; checks each. Not for use by several threads. */
    public static final class Builder {
        private final Node root = new Node();
        private final List<Mounted> routes = new ArrayList<>();

        private Builder() {}

        /** Adds routes at the top. */
        public Builder routes(List<Route> routes) {
            return mount("", routes);
        }

        /**
         * Adds routes below a prefix of literal segments, as in {@code recipes/teams}.
         *
         * @throws IllegalArgumentException if a route clashes with one that is there, leaves a parameter of its path
         *     undeclared or declares another, or contradicts itself
         */
        public Builder mount(String prefix, List<Route> routes) {
            routes.forEach(route -> add(prefix.isEmpty() ? "" : "/" + prefix, route));
            return this;
        }

        /** The table. The builder is used up. */
        public RouteTable build() {
            return new RouteTable(root, routes);
        }

        private void add(String prefix, Route route) {
            String path = prefix + route.path();
            String name = route.method() + " " + path;
            var positions = new LinkedHashMap<String, Integer>();
            Node node = root;
            String[] segments = path.substring(1).split("/", -1);
            for (int i = 0; i < segments.length; i++) {
                if (isParameter(segments[i])) {
                    positions.put(segments[i].substring(1, segments[i].length() - 1), i);
                }
                node = node.child(segments[i]);
            }
            check(route, name, positions.keySet());
            if (node.entries.putIfAbsent(route.method(), new Entry(route, name, Map.copyOf(positions))) != null) {
                throw new IllegalArgumentException("Two routes answer " + name);
            }
            routes.add(new Mounted(path, route));
        }

        private static void check(Route route, String name, Set<String> inPath) {
            var declared = new TreeSet<String>();
            for (Parameter<?> parameter : route.parameters()) {
                if (parameter.in() == Parameter.In.PATH) {
                    declared.add(parameter.name());
                }
            }
            var needed = new TreeSet<>(inPath);
            if (route.scopeKind().isOfUser()) {
                needed.remove("userId");
                declared.remove("userId");
            }
            if (!declared.equals(needed)) {
                throw new IllegalArgumentException(
                        name + " has " + needed + " in its path, but declares " + declared + ": call parameters(…)");
            }
            if (route.scopeKind().isOfUser() && route.audience() != Audience.OPERATOR) {
                throw new IllegalArgumentException(
                        name + " is not for operators: its user is the session's, not one that the path names");
            }
            if (route.method() == Route.Method.GET && route.requestType() != null) {
                throw new IllegalArgumentException(name + " takes a body, which GET can't have");
            }
        }
    }
}
