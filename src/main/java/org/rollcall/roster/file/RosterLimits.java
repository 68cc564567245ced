package org.rollcall.roster.file;

/**
 * How large a roster may be, so that no file can exhaust the memory or run for ever.
 *
 * @param maxBytes size of the file on disk, in bytes
 * @param maxRows rows below the header, blank ones included
 * @param maxCellLength characters (UTF-16 units) in one cell
 * @param maxRowLength characters (UTF-16 units) in all cells of one row together
 */
public record RosterLimits(long maxBytes, int maxRows, int maxCellLength, int maxRowLength) {
    /** The last row of a file, or of one of its sheets, in which the header may stand. */
    public static final int LAST_HEADER_ROW = 20;

    public RosterLimits {
        if (maxBytes < 1 || maxRows < 1 || maxCellLength < 1 || maxRowLength < maxCellLength) {
            throw new IllegalArgumentException(
                    "Every limit of a roster must be at least 1, and maxRowLength not below" + " maxCellLength");
        }
    }

    /** {@return 1 GiB, 5,000,000 rows, 32,767 characters a cell (which is Excel's own limit), 131,072 a row} */
    public static RosterLimits defaults() {
        return new RosterLimits(1L << 30, 5_000_000, 32_767, 131_072);
    }
}
