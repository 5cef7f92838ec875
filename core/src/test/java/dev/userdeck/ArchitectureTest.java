package dev.userdeck;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaFieldAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.userdeck.libs.org.jooq.SQLDialect;
import dev.userdeck.recipe.spi.Database;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(location -> !location.contains("dev/userdeck/libs"))
            .importPackages("dev.userdeck")
            .that(not(resideInAPackage("dev.userdeck.internal.jooq..")));

    @Test
    void thereIsSomethingToCheck() {
        assertThat(CLASSES).hasSizeGreaterThan(100);
    }

    @Test
    void apiHidesItsTools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.userdeck.libs..",
                        "com.zaxxer..",
                        "org.slf4j..",
                        "com.password4j..",
                        "de.mkammerer..",
                        "org.bouncycastle..",
                        "com.google..",
                        "jakarta..",
                        "org.h2..")
                .check(CLASSES);
    }

    /** Each in the one class that may fail to load, so that the rest runs without them. */
    @Test
    void optionalLibrariesAreKnownToOneClassEach() {
        noClasses()
                .that()
                .doNotHaveSimpleName("NativeArgon2")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("de.mkammerer..", "com.sun.jna..")
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveSimpleName("BouncyCastleArgon2")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(CLASSES);
    }

    @Test
    void onlyTheFacadeKnowsInternals() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.userdeck", "..internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..internal..")
                .check(CLASSES);
    }

    @Test
    void nothingBelowImportsTheFacade() {
        noClasses()
                .that()
                .resideInAPackage("dev.userdeck.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.userdeck")
                .check(CLASSES);
    }

    @Test
    void nothingBelowImportsTheWiring() {
        noClasses()
                .that()
                .resideInAPackage("dev.userdeck.internal.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.userdeck.internal")
                .check(CLASSES);
    }

    /** A new engine is a new dialect, and no other place asks which one it is. */
    @Test
    void onlyDialectsKnowEnginesByName() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Dialect")
                .and()
                .areNotAssignableTo(Database.Engine.class)
                .should()
                .accessFieldWhere(target(owner(type(Database.Engine.class))))
                .orShould()
                .accessFieldWhere(target(owner(type(SQLDialect.class))))
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.userdeck.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void publicTypesTellTheirStatus() {
        classes()
                .that()
                .resideOutsideOfPackage("..internal..")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .beAnnotatedWith(API.class)
                .check(CLASSES);
    }

    @Test
    void nothingReadsTheEnvironment() {
        noClasses()
                .should()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }
}
