package dev.userdeck.servlet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(location -> !location.contains("dev/userdeck/libs"))
            .importPackages("dev.userdeck");

    private static final DescribedPredicate<JavaClass> INTERNAL =
            JavaClass.Predicates.resideInAnyPackage("dev.userdeck.libs..", "dev.userdeck..internal..");

    @Test
    void theClassesAreThere() {
        assertThat(CLASSES.contain(AuthServlet.class)).isTrue();
        assertThat(CLASSES.contain("dev.userdeck.Userdeck")).isTrue();
    }

    @Test
    void noRecipeIsKnownHere() {
        noClasses()
                .that()
                .resideInAPackage("dev.userdeck.servlet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.userdeck.recipe.userroles..",
                        "dev.userdeck.recipe.usermetadata..",
                        "dev.userdeck.recipe.emailverification..",
                        "dev.userdeck.dashboard..")
                .check(CLASSES);
    }

    @Test
    void coreKnowsNeitherServletsNorDataBinding() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.userdeck.servlet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "dev.userdeck.libs.tools.jackson.databind..",
                        "dev.userdeck.libs.com.fasterxml..")
                .check(CLASSES);
    }

    @Test
    void onlyImportExportTranslationsAndTheTreesOfAllReadJsonInCore() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.userdeck.servlet..",
                        "dev.userdeck.internal.data..",
                        "dev.userdeck.internal.json..",
                        "dev.userdeck.internal.language..")
                .and()
                .doNotHaveSimpleName("SelfCheck")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.userdeck.libs.tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void nothingOfCoresInsideIsUsed() {
        noClasses()
                .that()
                .resideInAPackage("dev.userdeck.servlet..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.userdeck.internal..")
                .check(CLASSES);
    }

    @Test
    void publicSignaturesShowNoTools() {
        for (var exposes : List.of("return types", "parameters")) {
            var methods = noMethods()
                    .that()
                    .arePublic()
                    .and()
                    .areDeclaredInClassesThat(JavaClass.Predicates.resideInAPackage("dev.userdeck.servlet")
                            .and(DescribedPredicate.describe(
                                    "public",
                                    type -> type.getModifiers()
                                            .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))));
            if (exposes.equals("parameters")) {
                methods.should()
                        .haveRawParameterTypes(DescribedPredicate.anyElementThat(INTERNAL))
                        .check(CLASSES);
            } else {
                methods.should().haveRawReturnType(INTERNAL).check(CLASSES);
            }
        }
    }

    @Test
    void publicTypesSayHowStableTheyAre() {
        noClasses()
                .that()
                .resideInAPackage("dev.userdeck.servlet")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .notBeAnnotatedWith(API.class)
                .check(CLASSES);
    }
}
