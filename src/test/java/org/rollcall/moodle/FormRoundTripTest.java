package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is encoded, PHP reads it as it was meant, but for what no form can hold: empty lists and maps. */
class FormRoundTripTest {

    static LongStream seeds() {
        return RandomTrees.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void phpReadsWhatWasMeant(long seed) {
        RandomTrees trees = new RandomTrees(seed, false);
        Map<String, Object> parameters = new LinkedHashMap<>();
        trees.map().forEach((key, value) -> {
            if (value != null) {
                parameters.put(key, value);
            }
        });
        parameters.put("control", trees.textWithControl());

        FormEncoder form = new FormEncoder().addAll(parameters);

        assertThat(form.form()).isPrintable();
        assertThat(phpArray(form.form())).isEqualTo(asPhpArray(parameters));
        assertThat(form.pairs())
                .isEqualTo(FormEncoder.fieldCount(parameters))
                .isEqualTo(form.form().split("&", -1).length);
    }

    /** What PHP makes of a parameter: arrays by key or index, everything else a text; an empty array leaves no trace. */
    private static @Nullable Object asPhp(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> array = asPhpArray(map);
            return array.isEmpty() ? null : array;
        }
        if (value instanceof List<?> list) {
            Map<String, Object> byIndex = new LinkedHashMap<>();
            for (int i = 0; i < list.size(); i++) {
                byIndex.put(String.valueOf(i), list.get(i));
            }
            return asPhp(byIndex);
        }
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return String.valueOf(value);
    }

    private static Map<String, Object> asPhpArray(Map<?, ?> map) {
        Map<String, Object> array = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object inner = asPhp(value);
            if (inner != null) {
                array.put(String.valueOf(key), inner);
            }
        });
        return array;
    }

    /** Reads a form as PHP does (main/php_variables.c): {@code a[b][0]=x} is x in array 0 in array b in array a. */
    private static Map<String, Object> phpArray(String form) {
        Map<String, Object> root = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = percentDecoded(pair.substring(0, equals));
            String[] keys = name.replace("]", "").split("\\[", -1);
            Map<String, Object> array = root;
            for (int i = 0; i < keys.length - 1; i++) {
                array = inner(array, keys[i]);
            }
            array.put(keys[keys.length - 1], percentDecoded(pair.substring(equals + 1)));
        }
        return root;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> array, String key) {
        return (Map<String, Object>) array.computeIfAbsent(key, k -> new LinkedHashMap<String, Object>());
    }

    private static String percentDecoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
