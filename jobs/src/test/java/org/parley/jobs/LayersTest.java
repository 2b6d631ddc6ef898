package org.parley.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  private static final String[] DOMAIN = {
    "org.parley",
    "org.parley.text..",
    "org.parley.nlp..",
    "org.parley.entity..",
    "org.parley.quote..",
    "org.parley.scorer..",
    "org.parley.stance..",
    "org.parley.stats..",
    "org.parley.seed.."
  };

  @ArchTest
  static final ArchRule theDomainDoesNotKnowSpark =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

  @ArchTest
  static final ArchRule theDomainDoesNotKnowTheSqlFunctions =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.parley.sql..", "org.parley.jobs..");

  @ArchTest
  static final ArchRule theSqlFunctionsDoNotKnowTheJobs =
      noClasses()
          .that()
          .resideInAPackage("org.parley.sql..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.parley.jobs..");

  @ArchTest
  static final ArchRule coreNlpStaysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.parley.nlp..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("edu.stanford.nlp..");

  @ArchTest
  static final ArchRule partsDoNotDependOnEachOtherInCircles =
      slices().matching("org.parley.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule jobsDoNotDependOnEachOtherInCircles =
      slices().matching("org.parley.jobs.(*)..").should().beFreeOfCycles();
}
