package io.onhook;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What the compiler doesn't see: names, clocks, injection, visibility, cycles. */
@AnalyzeClasses(packages = "io.onhook", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final DescribedPredicate<JavaMethodCall> READS_THE_TRUE_TIME =
      DescribedPredicate.describe(
          "read the true time",
          call ->
              call.getTarget().getOwner().getPackageName().equals("java.time")
                  && call.getTarget().getRawParameterTypes().isEmpty()
                  && Set.of("now", "systemUTC", "systemDefaultZone", "tickMillis")
                      .contains(call.getName()));

  @ArchTest
  static final ArchRule timeComesFromTheGivenClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.onhook.clock..")
          .should(callMethodWhere(READS_THE_TRUE_TIME))
          .because("tests and the sandbox move the clock that is injected");

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      noFields()
          .should()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
          .orShould()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
          .because("a constructor tells what a class needs");

  @ArchTest
  static final ArchRule nothingIsPrinted =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.onhook.command..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Utils?|Manager|Helper)(\\$.*)?")
          .because("such a name says nothing");

  @ArchTest
  static final ArchRule whatNobodyElseNeedsIsPackagePrivate =
      classes()
          .that()
          .haveNameMatching(".*(Configuration|Controller|Store|Rows|Handler|Settings|Advice)")
          .and()
          .areNotInterfaces()
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule modulesFormNoCycles =
      slices().matching("io.onhook.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule stateIsNotPublic =
      fields()
          .that()
          .arePublic()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("what anyone can set nobody can trust");
}
