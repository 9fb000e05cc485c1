package io.onhook.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a port that only exists where a partner is configured: which setting that is. A start without
 * it ends with its name and what to set it to, not with the name of a class.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NeedsSetting {
  /** The property's name. */
  String value();

  /** What to set it to, with an example. */
  String remedy();
}
