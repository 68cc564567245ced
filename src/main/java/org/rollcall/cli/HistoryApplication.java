package org.rollcall.cli;

import org.rollcall.history.KnownRuns;
import org.rollcall.ledger.Runs;
import org.rollcall.operation.JobRunner;
import org.rollcall.operation.JobStateConfiguration;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.RosterConfiguration;
import org.rollcall.report.ReportFiles;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The parts of the program that look back: the job state and the ledger, without a site and without jobs. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(RollcallSettings.class)
@ImportAutoConfiguration({ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class})
@Import({JobStateConfiguration.class, RosterConfiguration.class})
@ComponentScan(basePackageClasses = {KnownRuns.class, JobRunner.class, Runs.class, ReportFiles.class})
class HistoryApplication {}
