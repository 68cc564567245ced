package org.rollcall.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sentences for whoever runs the watcher. What stays as it is, is told once. */
final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final Map<Object, String> told = new HashMap<>();
    private final Consumer<String> listener;

    Notices(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Tells something, unless just that was told of the subject last. */
    void tell(Object subject, String sentence) {
        if (isNews(subject, sentence)) {
            LOG.info("{}", sentence);
            listener.accept(sentence);
        }
    }

    /** Whether something else was told of the subject last; it counts as told from now on. */
    boolean isNews(Object subject, String sentence) {
        return !sentence.equals(told.put(subject, sentence));
    }

    /** Nothing is to be said of the subject any more; if it is again, it is told again. */
    void settled(Object subject) {
        told.remove(subject);
    }
}
