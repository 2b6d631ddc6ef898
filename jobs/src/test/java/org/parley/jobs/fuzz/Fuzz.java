package org.parley.jobs.fuzz;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * A property that is tried on mutated input. The seed is fixed, so that a build fails for what was
 * changed and not by chance; {@code -Djqwik.tries.default=100000} searches on.
 */
@Property(seed = "20250818", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Fuzz {}
