package org.rollcall.provision.sending;

import org.rollcall.moodle.CallGate;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Pace;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.RunningSteps;
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
    SettlingTime settlingTime(CallGate gate) {
        return new SettlingTime(settings.site().settleDelay(), gate);
    }

    @Bean
    BatchSender cohortSender(MoodleClient moodle, SettlingTime settling, RunningSteps steps) {
        return sender(moodle, settling, steps);
    }

    @Bean
    BatchSender userSender(MoodleClient moodle, SettlingTime settling, RunningSteps steps) {
        return sender(moodle, settling, steps);
    }

    @Bean
    BatchSender memberSender(MoodleClient moodle, SettlingTime settling, RunningSteps steps) {
        return sender(moodle, settling, steps);
    }

    @Bean
    BatchSender enrolmentSender(MoodleClient moodle, SettlingTime settling, RunningSteps steps) {
        return sender(moodle, settling, steps);
    }

    @Bean
    BatchSender removalSender(MoodleClient moodle, SettlingTime settling, RunningSteps steps) {
        return sender(moodle, settling, steps);
    }

    @Bean
    BatchSender unenrolmentSender(MoodleClient moodle, SettlingTime settling, RunningSteps steps) {
        return sender(moodle, settling, steps);
    }

    @Bean
    BatchSender updateSender(MoodleClient moodle, SettlingTime settling, RunningSteps steps) {
        return sender(moodle, settling, steps);
    }

    @Bean
    BatchSender groupSender(MoodleClient moodle, SettlingTime settling, RunningSteps steps) {
        return sender(moodle, settling, steps);
    }

    @Bean
    BatchSender deletionSender(MoodleClient moodle, SettlingTime settling, RunningSteps steps) {
        return sender(moodle, settling, steps);
    }

    @Bean
    BatchSender groupMemberSender(MoodleClient moodle, SettlingTime settling, RunningSteps steps) {
        return sender(moodle, settling, steps);
    }

    private BatchSender sender(MoodleClient moodle, SettlingTime settling, RunningSteps steps) {
        return new BatchSender(new Pace(settings.paceLimits()), moodle.limits(), settling, steps::settled);
    }
}
