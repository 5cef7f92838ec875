package dev.userdeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test its {@link TestDatabase}, and takes it back. */
abstract class DatabaseExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Engine engine;

    DatabaseExtension(Engine engine) {
        this.engine = engine;
    }

    @Override
    public final void beforeAll(ExtensionContext context) {
        engines(context).server(engine);
    }

    @Override
    public final void beforeEach(ExtensionContext context) throws Exception {
        DatabaseServer server = engines(context).server(engine);
        String name = "userdeck_" + NUMBER.incrementAndGet();
        context.getStore(NAMESPACE).put(TestDatabase.class, new TestDatabase(engine, server, name));
    }

    @Override
    public final void afterEach(ExtensionContext context) throws Exception {
        TestDatabase database = context.getStore(NAMESPACE).remove(TestDatabase.class, TestDatabase.class);
        if (database == null) {
            return;
        }
        int leaked = database.close();
        if (context.getExecutionException().isEmpty()) {
            engines(context).count(engine);
            assertThat(leaked).as("connections not returned to the pool").isZero();
        }
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestDatabase database = context.getStore(NAMESPACE).get(TestDatabase.class, TestDatabase.class);
        if (database == null) {
            throw new ParameterResolutionException(
                    "A TestDatabase lives for one test: take it in a test or a @BeforeEach method");
        }
        return database;
    }

    private static Engines engines(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Engines.class, key -> new Engines(), Engines.class);
    }
}
