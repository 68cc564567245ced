package org.rollcall.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What becomes another while somebody writes a file, or puts another in its place.
 *
 * @param modified what a copy may set to a time long ago
 * @param changed when anything of the file was changed last, which nobody can set; null where the file system does not tell
 * @param key tells the file from another one of the same name; null where the file system does not tell
 */
record FileMark(
        long size,
        FileTime modified,
        @Nullable FileTime changed,
        @Nullable Object key) {

    static FileMark of(Path file) throws IOException {
        BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        FileTime changed = file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
                : null;
        return new FileMark(basic.size(), basic.lastModifiedTime(), changed, basic.fileKey());
    }
}
