package org.rollcall.provision.sending;

import java.util.List;
import org.rollcall.moodle.CallGate;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Pace;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.RunningSteps;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** What the steps send their batches with: one sender a function, since each has a pace of its own. */
@Configuration(proxyBeanMethods = false)
@Import(SendingConfiguration.Senders.class)
class SendingConfiguration {

    @Bean
    SettlingTime settlingTime(RollcallSettings settings, CallGate gate) {
        return new SettlingTime(settings.site().settleDelay(), gate);
    }

    /** The senders, each by the name under which the steps ask for it. */
    static final class Senders implements BeanRegistrar {

        private static final List<String> NAMES = List.of(
                "cohortSender",
                "userSender",
                "memberSender",
                "enrolmentSender",
                "removalSender",
                "unenrolmentSender",
                "updateSender",
                "groupSender",
                "deletionSender",
                "groupMemberSender");

        @Override
        public void register(BeanRegistry registry, Environment environment) {
            NAMES.forEach(
                    name -> registry.registerBean(name, BatchSender.class, bean -> bean.supplier(Senders::sender)));
        }

        private static BatchSender sender(SupplierContext parts) {
            return new BatchSender(
                    new Pace(parts.bean(RollcallSettings.class).paceLimits()),
                    parts.bean(MoodleClient.class).limits(),
                    parts.bean(SettlingTime.class),
                    parts.bean(RunningSteps.class)::settled);
        }
    }
}
