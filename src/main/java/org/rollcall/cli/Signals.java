package org.rollcall.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;

/**
 * What a signal of the operating system does. Without this the JVM does not tell a second Ctrl-C from a first one, and
 * ignores it. The class behind it is part of every JDK, though not of Java: the compiler warns of it, so it is called by
 * its name, and without it signals do what they do by themselves.
 */
final class Signals {

    private Signals() {}

    /**
     * Gives a signal another effect. One that the process ignores, as those do that a script starts with an &amp;, stays
     * ignored.
     *
     * @param name the signal's, such as INT
     * @param action takes the signal's number, on a thread of its own each time
     * @return gives the signal back the effect that it had
     */
    static Runnable handle(String name, IntConsumer action) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object signal = type.getConstructor(String.class).newInstance(name);
            int number = (int) type.getMethod("getNumber").invoke(signal);
            Object handling = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, given) -> {
                        if (method.getDeclaringClass().equals(handler)) {
                            action.accept(number);
                        }
                        return null;
                    });
            Object before = type.getMethod("handle", type, handler).invoke(null, signal, handling);
            return () -> restore(type, handler, signal, before);
        } catch (ReflectiveOperationException | IllegalArgumentException notThere) {
            LoggerFactory.getLogger(Signals.class).debug("The signal {} cannot be handled", name, notThere);
            return () -> {};
        }
    }

    private static void restore(Class<?> type, Class<?> handler, Object signal, Object before) {
        try {
            type.getMethod("handle", type, handler).invoke(null, signal, before);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("A signal could be handled, and cannot be given back", impossible);
        }
    }
}
