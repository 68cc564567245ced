package org.rollcall.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.rollcall.operation.SettingsException;
import org.springframework.stereotype.Component;

/** People mend a reject file where it lies, and it holds passwords that the ledger has not any more: none is overwritten. */
@Component
class MendedFiles {

    private static final Pattern REJECTS = Pattern.compile("rejects\\.\\w+");

    /**
     * Does something that writes reject files, and keeps those that were there under other names where they differ.
     *
     * @return what is to be said of them, a sentence each
     */
    List<String> spared(Path folder, Runnable writing) {
        try {
            Map<Path, Path> before = new LinkedHashMap<>();
            for (Path file : rejects(folder)) {
                before.put(file, Files.move(file, free(file)));
            }
            writing.run();
            List<String> remarks = new ArrayList<>();
            for (Map.Entry<Path, Path> entry : before.entrySet()) {
                Path file = entry.getKey();
                Path spared = entry.getValue();
                if (Files.exists(file) && isSame(file, spared)) {
                    Files.delete(spared);
                } else {
                    remarks.add("%s was there and is another; it is called %s now."
                            .formatted(file.getFileName(), spared.getFileName()));
                }
            }
            return remarks;
        } catch (IOException failed) {
            throw new SettingsException(
                    "The reports in %s cannot be written again; see to its permissions and to space on the disk."
                            .formatted(folder),
                    failed);
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        if (Files.mismatch(one, other) == -1) {
            return true;
        }
        return String.valueOf(one.getFileName()).endsWith(".xlsx") && parts(one).equals(parts(other));
    }

    /** What a workbook holds, but for when it was made; nothing where it is none any more. */
    private static Map<String, Long> parts(Path workbook) throws IOException {
        Map<String, Long> checksums = new HashMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            zip.stream()
                    .filter(part -> !part.getName().equals("docProps/core.xml"))
                    .forEach(part -> checksums.put(part.getName(), part.getCrc()));
        } catch (ZipException mended) {
            return Map.of(String.valueOf(workbook), 0L);
        }
        return checksums;
    }

    private static List<Path> rejects(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            REJECTS.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static Path free(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        int number = 1;
        Path free;
        do {
            free = file.resolveSibling(name.substring(0, dot) + "." + number + name.substring(dot));
            number++;
        } while (Files.exists(free));
        return free;
    }
}
