package org.rollcall.roster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damages files as discs, mail programs and attackers do, the same way for the same random numbers. */
final class FileMutation {
    private static final int MOST_CHANGES = 6;
    private static final int LONGEST_BLOCK = 600;
    private static final int[] ODD_BYTES = {0, 0xFF, 0x7F, 0x80, '"', '\n', '\r', ',', '<', '>', '&', '9', '-'};

    private final Random random;

    FileMutation(Random random) {
        this.random = random;
    }

    /** Changes a file, or, if it is an archive, sometimes a file in it. */
    byte[] of(byte[] file) {
        boolean archive = file.length > 4 && file[0] == 'P' && file[1] == 'K';
        return archive && random.nextInt(4) > 0 ? repacked(file) : changed(file);
    }

    private byte[] repacked(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException | IllegalArgumentException damagedAlready) {
            return changed(archive);
        }
        if (files.isEmpty()) {
            return changed(archive);
        }
        String victim = List.copyOf(files.keySet()).get(random.nextInt(files.size()));
        if (random.nextInt(20) == 0) {
            files.remove(victim);
        } else {
            files.computeIfPresent(victim, (name, content) -> changed(content));
        }
        return packed(files);
    }

    private static byte[] packed(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private byte[] changed(byte[] content) {
        byte[] bytes = content.clone();
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0 && bytes.length > 0; changes--) {
            bytes = changedOnce(bytes);
        }
        return bytes;
    }

    private byte[] changedOnce(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int behind = Math.min(bytes.length, at + 1 + random.nextInt(LONGEST_BLOCK));
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, at, noise());
            case 2 -> spliced(bytes, at, behind, new byte[0]);
            case 3 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, behind));
            case 4 -> swapped(bytes, at, behind);
            case 5 -> spliced(bytes, at, at, repeated(Arrays.copyOfRange(bytes, at, Math.min(at + 20, behind))));
            case 6 -> number(bytes, at);
            case 7 -> with(bytes, at, ODD_BYTES[random.nextInt(ODD_BYTES.length)]);
            default -> with(bytes, at, bytes[at] ^ (1 << random.nextInt(8)));
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(LONGEST_BLOCK)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] repeated(byte[] block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int times = 1 + random.nextInt(3000); times > 0; times--) {
            out.writeBytes(block);
        }
        return out.toByteArray();
    }

    /** A number that counts or points in a binary file, or in XML, becomes another. */
    private byte[] number(byte[] bytes, int at) {
        int digit = at;
        while (digit < bytes.length && (bytes[digit] < '0' || bytes[digit] > '9')) {
            digit++;
        }
        if (digit < bytes.length && random.nextBoolean()) {
            String other = Long.toString(random.nextBoolean() ? random.nextInt(70_000) : random.nextLong());
            return spliced(bytes, digit, digit + 1, other.getBytes(StandardCharsets.US_ASCII));
        }
        byte[] other = bytes.clone();
        int value = random.nextBoolean() ? -1 : random.nextInt();
        for (int place = 0; place < Integer.BYTES && at + place < other.length; place++) {
            other[at + place] = (byte) (value >>> (8 * place));
        }
        return other;
    }

    private byte[] swapped(byte[] bytes, int at, int behind) {
        byte[] block = Arrays.copyOfRange(bytes, at, behind);
        byte[] without = spliced(bytes, at, behind, new byte[0]);
        int elsewhere = without.length == 0 ? 0 : random.nextInt(without.length);
        return spliced(without, elsewhere, elsewhere, block);
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] other = bytes.clone();
        other[at] = (byte) value;
        return other;
    }

    private static byte[] spliced(byte[] bytes, int start, int end, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + between.length);
        out.write(bytes, 0, start);
        out.writeBytes(between);
        out.write(bytes, end, bytes.length - end);
        return out.toByteArray();
    }
}
