package org.rollcall.ledger;

/** How far one thing that is to be taken back has come. */
public enum UndoState {
    /** To be taken back. */
    PLANNED("planned"),
    /** It stands as it did before already: somebody else took it back. */
    ALREADY("already as before"),
    /** It stays: somebody changed it since, or it cannot be taken back. */
    KEPT("kept"),
    /** A call that takes it back was about to be sent, and its answer is not known. */
    SENDING("not finished"),
    /** It was taken back. */
    DONE("taken back"),
    /** The site refused to take it back. */
    REJECTED("refused");

    private final String words;

    UndoState(String words) {
        this.words = words;
    }

    /** The state as reports have it. */
    public String words() {
        return words;
    }
}
