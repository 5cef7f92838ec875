package dev.userdeck.example.docs;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which files lead to each other: to read one of them is to read all. Pairs, as a type and its builder, are no circle. */
class FileCirclesTest {
    @Test
    void nothingButPairsLeadToEachOther() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .withImportOption(location -> !location.contains("dev/userdeck/libs"))
                .importPackages("dev.userdeck")) {
            String from = file(type);
            if (isOurs(from)) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .map(FileCirclesTest::file)
                        .filter(to -> isOurs(to) && !to.equals(from))
                        .forEach(to -> uses.computeIfAbsent(from, key -> new TreeSet<>())
                                .add(to));
            }
        }

        List<List<String>> circles = new Circles(uses)
                .find().stream().filter(circle -> circle.size() > 2).toList();

        assertThat(circles).isEmpty();
    }

    private static boolean isOurs(String file) {
        return file.startsWith("dev.userdeck.")
                && !file.contains(".jooq.")
                && !file.startsWith("dev.userdeck.example.");
    }

    private static String file(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }

    /** The strongly connected parts of a graph, by Tarjan. */
    private static final class Circles {
        private final Map<String, Set<String>> uses;
        private final Map<String, Integer> index = new HashMap<>();
        private final Map<String, Integer> low = new HashMap<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final List<List<String>> found = new ArrayList<>();

        Circles(Map<String, Set<String>> uses) {
            this.uses = uses;
        }

        /** By the simple names of their types. */
        List<List<String>> find() {
            uses.keySet().stream().filter(file -> !index.containsKey(file)).forEach(this::visit);
            return found;
        }

        private void visit(String file) {
            index.put(file, index.size());
            low.put(file, index.get(file));
            open.push(file);
            for (String next : uses.getOrDefault(file, Set.of())) {
                if (!index.containsKey(next)) {
                    visit(next);
                    low.merge(file, low.get(next), Math::min);
                } else if (open.contains(next)) {
                    low.merge(file, index.get(next), Math::min);
                }
            }
            if (low.get(file).equals(index.get(file))) {
                var circle = new ArrayList<String>();
                String last;
                do {
                    last = open.pop();
                    circle.add(last);
                } while (!last.equals(file));
                found.add(new ArrayList<>(circle.stream()
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .collect(toCollection(TreeSet::new))));
            }
        }
    }
}
