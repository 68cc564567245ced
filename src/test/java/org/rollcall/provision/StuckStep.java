package org.rollcall.provision;

import java.util.concurrent.CountDownLatch;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the step never go on whose name is {@code stuck.in}; without that it does nothing. */
@Configuration(proxyBeanMethods = false)
public class StuckStep {

    @Bean
    StepExecutionListener stuck() {
        return new StepExecutionListener() {
            @Override
            public void beforeStep(StepExecution step) {
                if (step.getStepName().equals(System.getProperty("stuck.in"))) {
                    System.out.println("It is stuck.");
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
        };
    }
}
