package dev.userdeck.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("dev.userdeck.dashboard", "dev.userdeck.servlet");

    @Test
    void theDashboardKnowsNoRecipe() {
        var recipes = DescribedPredicate.describe(
                "of a recipe",
                (JavaClass type) -> type.getPackageName().startsWith("dev.userdeck.recipe.")
                        && !type.getPackageName().equals("dev.userdeck.recipe.spi"));

        noClasses().should().dependOnClassesThat(recipes).check(CLASSES);
    }

    @Test
    void theApiHidesItsTools() {
        noClasses()
                .that()
                .resideInAPackage("dev.userdeck.dashboard")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.userdeck.libs..", "com.zaxxer..")
                .check(CLASSES);
    }

    @Test
    void publicTypesSayHowStableTheyAre() {
        classes()
                .that()
                .resideInAPackage("dev.userdeck.dashboard")
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .and()
                .areTopLevelClasses()
                .should()
                .beAnnotatedWith(API.class)
                .check(CLASSES);
    }

    @Test
    void coresInsidesStayInside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.userdeck.internal..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.userdeck.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
