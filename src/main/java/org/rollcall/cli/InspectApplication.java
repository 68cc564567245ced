package org.rollcall.cli;

import org.rollcall.inspect.RosterInspection;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.RosterConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The parts of the program that look a roster over; they need neither a site nor job state. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(RollcallSettings.class)
@ImportAutoConfiguration({ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class})
@Import(RosterConfiguration.class)
@ComponentScan(basePackageClasses = RosterInspection.class)
class InspectApplication {}
