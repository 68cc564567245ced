/**
 * How the watcher tells other programs how it is: a small web server of its own, on the loopback address, with the health and
 * Prometheus pages of Spring Boot's Actuator.
 *
 * <p>{@link org.rollcall.intake.monitoring.IntakeMeters} and {@link org.rollcall.intake.monitoring.IntakeHealth} listen to
 * what becomes of dropped files, {@link org.rollcall.intake.monitoring.CallMeters} to the parts that work on a roster. Nothing
 * here is asked by a run, and nothing of a person is told.
 */
@NullMarked
package org.rollcall.intake.monitoring;

import org.jspecify.annotations.NullMarked;
