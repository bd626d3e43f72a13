package org.yizhan.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;

/** The class stands in a package that carries this annotation. */
final class PackageIs extends ArchCondition<JavaClass> {
  private final Class<? extends Annotation> annotation;

  PackageIs(Class<? extends Annotation> annotation) {
    super("stand in a package with @" + annotation.getSimpleName());
    this.annotation = annotation;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean marked = type.getPackage().isAnnotatedWith(annotation);
    events.add(
        new SimpleConditionEvent(
            type, marked, type.getPackageName() + " has no @" + annotation.getSimpleName()));
  }
}
