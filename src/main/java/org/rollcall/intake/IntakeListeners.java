package org.rollcall.intake;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several listeners; a fault of one is no fault of the roster's. */
final class IntakeListeners implements IntakeListener {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeListeners.class);

    private final List<IntakeListener> listeners;

    IntakeListeners(List<IntakeListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void ended(IntakeResult result) {
        tell(listener -> listener.ended(result));
    }

    @Override
    public void began(String folder, String file) {
        tell(listener -> listener.began(folder, file));
    }

    @Override
    public void noticed(String sentence) {
        tell(listener -> listener.noticed(sentence));
    }

    private void tell(Consumer<IntakeListener> news) {
        for (IntakeListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException fault) {
                LOG.error("{} failed on what it was told", listener.getClass().getName(), fault);
            }
        }
    }
}
