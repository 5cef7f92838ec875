package dev.userdeck.testkit.recipe;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.userdeck.testkit.contract.RecipeContract;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the contract of a recipe within a test. */
final class ContractRun implements TestExecutionListener {
    private final Map<String, String> failures = new TreeMap<>();

    private ContractRun() {}

    /** The messages of the checks that failed, by their names; of another failure by the name of the class. */
    static Map<String, String> of(Class<? extends RecipeContract> contract) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
        var run = new ContractRun();
        LauncherFactory.create().execute(request, run);
        return run.failures;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            String name = test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName())
                    .orElse(test.getDisplayName());
            failures.put(name, String.valueOf(result.getThrowable().orElse(null)));
        }
    }
}
