package org.rollcall.operation;

import java.io.IOException;
import java.net.http.HttpClient;
import org.rollcall.moodle.CallGate;
import org.rollcall.moodle.CallLog;
import org.rollcall.moodle.MoodleClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The site and its client. */
@Configuration(proxyBeanMethods = false)
public class SiteConfiguration {

    @Bean
    Site site(RollcallSettings settings, Home home, Environment environment) throws IOException {
        return Site.open(settings.site(), settings.sandbox(), home, environment);
    }

    @Bean
    HttpClient httpClient(Site site) {
        return MoodleClient.httpClient(site.moodle());
    }

    @Bean
    CallLog callLog() {
        return new CallLog();
    }

    @Bean
    CallGate callGate() {
        return new CallGate();
    }

    @Bean
    MoodleClient moodleClient(Site site, HttpClient http, CallLog calls, CallGate gate) {
        return new MoodleClient(site.moodle(), http, calls, gate);
    }
}
