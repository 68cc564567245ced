package org.rollcall.provision.sending;

import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Pace;
import org.rollcall.operation.RollcallSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the steps send their batches with: one sender a function, since each has a pace of its own. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

    private final RollcallSettings settings;

    SendingConfiguration(RollcallSettings settings) {
        this.settings = settings;
    }

    @Bean
    SettlingTime settlingTime() {
        return new SettlingTime(settings.site().settleDelay());
    }

    @Bean
    BatchSender cohortSender(MoodleClient moodle, SettlingTime settling) {
        return sender(moodle, settling);
    }

    @Bean
    BatchSender userSender(MoodleClient moodle, SettlingTime settling) {
        return sender(moodle, settling);
    }

    @Bean
    BatchSender memberSender(MoodleClient moodle, SettlingTime settling) {
        return sender(moodle, settling);
    }

    @Bean
    BatchSender enrolmentSender(MoodleClient moodle, SettlingTime settling) {
        return sender(moodle, settling);
    }

    @Bean
    BatchSender removalSender(MoodleClient moodle, SettlingTime settling) {
        return sender(moodle, settling);
    }

    @Bean
    BatchSender unenrolmentSender(MoodleClient moodle, SettlingTime settling) {
        return sender(moodle, settling);
    }

    @Bean
    BatchSender updateSender(MoodleClient moodle, SettlingTime settling) {
        return sender(moodle, settling);
    }

    @Bean
    BatchSender groupSender(MoodleClient moodle, SettlingTime settling) {
        return sender(moodle, settling);
    }

    @Bean
    BatchSender deletionSender(MoodleClient moodle, SettlingTime settling) {
        return sender(moodle, settling);
    }

    @Bean
    BatchSender groupMemberSender(MoodleClient moodle, SettlingTime settling) {
        return sender(moodle, settling);
    }

    private BatchSender sender(MoodleClient moodle, SettlingTime settling) {
        return new BatchSender(new Pace(settings.paceLimits()), moodle.limits(), settling);
    }
}
