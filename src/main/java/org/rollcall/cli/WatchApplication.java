package org.rollcall.cli;

import org.rollcall.operation.RollcallSettings;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

/** The settings alone, for the one who watches the inbox. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(RollcallSettings.class)
@ImportAutoConfiguration({ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class})
class WatchApplication {}
