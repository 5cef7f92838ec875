package dev.userdeck.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.userdeck.spring");

    /** Boot 4 moved what configures data sources, mail and Spring Security; what is used here has one name on both lines. */
    @Test
    void nothingNeedsWhatMovedBetweenBoot3And4() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.boot.autoconfigure.jdbc..",
                        "org.springframework.boot.autoconfigure.mail..",
                        "org.springframework.boot.autoconfigure.security..",
                        "org.springframework.boot.autoconfigure.transaction..",
                        "org.springframework.boot.autoconfigure.web..",
                        "org.springframework.boot.jdbc..",
                        "org.springframework.boot.mail..",
                        "org.springframework.boot.security..")
                .check(CLASSES);
    }

    @Test
    void healthIsOfOneLineOrTheOther() {
        noClasses()
                .that()
                .haveSimpleNameNotContaining("Boot3")
                .and()
                .doNotHaveSimpleName("HealthConfiguration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.boot.actuate..")
                .check(CLASSES);
        noClasses()
                .that()
                .haveSimpleNameNotContaining("Boot4")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.boot.health..")
                .check(CLASSES);
    }

    @Test
    void publicTypesSayHowStableTheyAre() {
        classes()
                .that()
                .haveModifier(JavaModifier.PUBLIC)
                .and()
                .areTopLevelClasses()
                .should()
                .beAnnotatedWith(API.class)
                .check(CLASSES);
    }
}
