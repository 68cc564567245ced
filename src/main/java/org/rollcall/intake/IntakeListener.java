package org.rollcall.intake;

/**
 * Is told what becomes of dropped files. Beans of this type, among the parts that work on a roster, are told while the
 * settings of its folder are in force; those that are handed to the {@link Watcher} are told after that.
 */
@FunctionalInterface
public interface IntakeListener {

    /** A file was archived, or could not be for now. The same trouble with the same file is told once. */
    void ended(IntakeResult result);

    /**
     * A file is about to be worked on.
     *
     * @param folder the name of the inbox's folder; empty for the inbox itself
     */
    default void began(String folder, String file) {}

    /** Something is to be said of the inbox as such. */
    default void noticed(String sentence) {}
}
