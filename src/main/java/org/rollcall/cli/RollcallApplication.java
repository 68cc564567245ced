package org.rollcall.cli;

import org.rollcall.ledger.Runs;
import org.rollcall.operation.JobRunner;
import org.rollcall.operation.JobStateConfiguration;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SiteConfiguration;
import org.rollcall.progress.ProgressJobConfiguration;
import org.rollcall.provision.ProvisionJobConfiguration;
import org.rollcall.report.ReportFiles;
import org.rollcall.undo.UndoJobConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** All parts of the program. Auto-configuration is named piece by piece, which starts it in half the time. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(RollcallSettings.class)
@ImportAutoConfiguration({ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class})
@Import({
    JobStateConfiguration.class,
    SiteConfiguration.class,
    ProvisionJobConfiguration.class,
    UndoJobConfiguration.class,
    ProgressJobConfiguration.class
})
@ComponentScan(basePackageClasses = {JobRunner.class, Runs.class, ReportFiles.class})
class RollcallApplication {}
