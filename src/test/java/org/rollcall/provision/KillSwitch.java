package org.rollcall.provision;

import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Kills the process, without a word, at a named moment. It comes into a child process as one more source of the
 * application and wraps what carries calls and what commits; the program itself knows nothing of it.
 *
 * <p>The moment is {@code kill.at}: {@code before-send}, {@code after-answer} or {@code before-commit-after-answer}, of
 * the {@code kill.nth} call of {@code kill.function}; {@code after-refusal}, the {@code kill.nth} answer behind the first
 * refusal; or {@code commit}, before the {@code kill.nth} commit of all.
 */
@Configuration(proxyBeanMethods = false)
public class KillSwitch {

    /** What a process that was killed on purpose ends with. */
    public static final int KILLED = 42;

    private final String moment = System.getProperty("kill.at", "");
    private final String function = System.getProperty("kill.function", "");
    private final int nth = Integer.getInteger("kill.nth", 1);
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger answersSinceRefusal = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private volatile boolean refused;
    private volatile boolean killAtNextCommit;

    @Bean
    static BeanPostProcessor killing() {
        KillSwitch killSwitch = new KillSwitch();
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HttpClient http) {
                    return new WatchedHttpClient(http, killSwitch::beforeSend, killSwitch::afterAnswer);
                }
                return bean instanceof PlatformTransactionManager transactions
                        ? killSwitch.watched(transactions)
                        : bean;
            }
        };
    }

    private void beforeSend(String called) {
        if (moment.equals("before-send") && called.equals(function) && sent.incrementAndGet() == nth) {
            kill();
        }
    }

    private void afterAnswer(String called, String answer) {
        if (moment.equals("after-refusal") && called.equals(function)) {
            if (refused && answersSinceRefusal.incrementAndGet() == nth) {
                kill();
            }
            refused |= answer.contains("\"exception\"");
        }
        if (called.equals(function) && answered.incrementAndGet() == nth) {
            if (moment.equals("after-answer")) {
                kill();
            }
            killAtNextCommit = moment.equals("before-commit-after-answer");
        }
    }

    private PlatformTransactionManager watched(PlatformTransactionManager transactions) {
        return new PlatformTransactionManager() {
            @Override
            public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
                return transactions.getTransaction(definition);
            }

            @Override
            public void commit(TransactionStatus status) {
                boolean nthCommit = moment.equals("commit") && commits.incrementAndGet() == nth;
                if (killAtNextCommit || nthCommit) {
                    kill();
                }
                transactions.commit(status);
            }

            @Override
            public void rollback(TransactionStatus status) {
                transactions.rollback(status);
            }
        };
    }

    private static void kill() {
        Runtime.getRuntime().halt(KILLED);
    }
}
