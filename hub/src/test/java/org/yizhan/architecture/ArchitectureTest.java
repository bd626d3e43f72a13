package org.yizhan.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String[] PURE = {
    "org.yizhan.station..",
    "org.yizhan.wire..",
    "org.yizhan.pass..",
    "org.yizhan.edge.station..",
    "org.yizhan.edge.entry..",
    "org.yizhan.edge.occupancy..",
    "org.yizhan.edge.climate..",
    "org.yizhan.edge.supply..",
    "org.yizhan.edge.power..",
    "org.yizhan.hub.intake..",
    "org.yizhan.hub.visits..",
    "org.yizhan.hub.usage..",
    "org.yizhan.hub.stock..",
    "org.yizhan.hub.forecast..",
    "org.yizhan.hub.fleet..",
    "org.yizhan.hub.plan..",
    "org.yizhan.hub.duty",
    "org.yizhan.hub.notice..",
  };

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.yizhan");

  @Test
  void looked_at_the_classes_of_all_three_modules() {
    assertThat(PRODUCT).anyMatch(type -> type.getPackageName().equals("org.yizhan.wire"));
    assertThat(PRODUCT).anyMatch(type -> type.getPackageName().equals("org.yizhan.edge.loop"));
    assertThat(PRODUCT).anyMatch(type -> type.getPackageName().equals("org.yizhan.hub.inflow"));
    for (String pure : PURE) {
      DescribedPredicate<JavaClass> inside = resideInAPackage(pure);
      assertThat(PRODUCT).as(pure).anyMatch(inside);
    }
  }

  @Test
  void pure_packages_do_no_input_or_output_and_start_no_threads() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.net..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.sql..",
                    "java.util.concurrent..",
                    "io.vertx..",
                    "io.netty..",
                    "org.eclipse..",
                    "com.pi4j..",
                    "org.jdbi..")
                .or(
                    DescribedPredicate.describe(
                        "threads or files",
                        type ->
                            type.isEquivalentTo(Thread.class)
                                || type.getName().startsWith("java.io.File"))))
        .check(PRODUCT);
  }

  @Test
  void pure_packages_import_no_edges() {
    String[] allowed = Arrays.copyOf(PURE, PURE.length);
    classes()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed)
                .or(DescribedPredicate.not(resideInAPackage("org.yizhan.."))))
        .check(PRODUCT);
  }

  @Test
  void edge_and_hub_never_import_each_other_and_firmware_config_imports_neither() {
    noClasses()
        .that()
        .resideInAPackage("org.yizhan.hub..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.yizhan.edge..")
        .check(PRODUCT);
    noClasses()
        .that()
        .resideInAPackage("org.yizhan.edge..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.yizhan.hub..")
        .check(PRODUCT);
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.yizhan.station..", "org.yizhan.wire..", "org.yizhan.pass..", "org.yizhan.config..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.yizhan.edge..", "org.yizhan.hub..")
        .check(PRODUCT);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("org.yizhan.(*)").should().beFreeOfCycles().check(PRODUCT);
    slices().matching("org.yizhan.edge.(**)").should().beFreeOfCycles().check(PRODUCT);
    slices().matching("org.yizhan.hub.(**)").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void time_comes_in_as_a_value_everywhere_but_in_named_clocks_and_programs() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "are not a clock or a program",
                type -> {
                  String outermost = type.getName().replaceAll("\\$.*", "").replaceAll(".*\\.", "");
                  return !(outermost.endsWith("Clock")
                      || outermost.endsWith("Main")
                      || outermost.endsWith("Command")
                      || outermost.endsWith("Bench")
                      || outermost.equals("Demo"));
                }))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(PRODUCT);
  }

  @Test
  void the_environment_is_read_only_by_programs() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Main")
        .should()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .check(PRODUCT);
  }

  @Test
  void every_package_is_null_marked() {
    classes()
        .that(
            DescribedPredicate.describe(
                "are written by hand", type -> !type.getName().startsWith("gg.jte")))
        .should()
        .resideInAPackage("org.yizhan..")
        .andShould(new PackageIs(NullMarked.class))
        .check(PRODUCT);
  }

  @Test
  void names_say_what_a_thing_is() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Util|Utils|Helper|Helpers|Manager|Service)")
        .orShould()
        .haveNameMatching(".*\\.(Abstract|Base)[A-Z].*")
        .check(PRODUCT);
  }
}
