package org.rollcall.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many characters the columns of a table hold. */
record ColumnLengths(Map<String, Integer> lengths) {

    /** What MariaDB says of the first column whose value is too long; null if all fit. */
    @Nullable
    String complaint(Map<String, Object> columns) {
        for (Map.Entry<String, Object> column : columns.entrySet()) {
            Integer length = lengths.get(column.getKey());
            if (length != null
                    && column.getValue() instanceof String text
                    && text.length() > length
                    && text.codePointCount(0, text.length()) > length) {
                return "Data too long for column '" + column.getKey() + "' at row 1";
            }
        }
        return null;
    }
}
