package org.rollcall.cli;

import org.rollcall.check.SiteCheck;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SiteConfiguration;
import org.rollcall.report.TrialMail;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The parts of the program that look a site over; they need no job state, and so no lock. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(RollcallSettings.class)
@ImportAutoConfiguration({ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class})
@Import({SiteConfiguration.class, TrialMail.class})
@ComponentScan(basePackageClasses = SiteCheck.class)
class CheckApplication {}
