package dev.userdeck.example.quickstart;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The ground of the tests in which an operator works by hand: the app, and an operator who looks at its dashboard. */
abstract class OperatorByHand {
    Stage stage;
    Visitor operator;
    Page page;

    @BeforeEach
    final void openTheDashboard(@TempDir Path data) throws Exception {
        stage = Stage.open(data);
        operator = stage.operator();
        page = operator.page();
    }

    @AfterEach
    final void close() {
        if (stage != null) {
            stage.close();
        }
    }
}
