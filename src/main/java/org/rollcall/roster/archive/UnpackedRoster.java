package org.rollcall.roster.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.LineReader;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;

/** A roster that came in an archive and lies unpacked in a private file. */
public final class UnpackedRoster implements AutoCloseable {
    private final PrivateFile file;
    private final FileFormat kind;
    private final String name;

    private UnpackedRoster(PrivateFile file, FileFormat kind, String name) {
        this.file = file;
        this.kind = kind;
        this.name = name;
    }

    /**
     * Unpacks the one roster that an archive holds, into the folder for temporary files.
     *
     * @param archive the archive
     * @param kind what kind of archive it is
     * @param limits how large a roster may be
     * @return the roster, which the caller opens or closes
     * @throws RosterException if it holds none or several, is encrypted or damaged, or the roster is too large
     */
    public static UnpackedRoster of(Path archive, FileFormat kind, RosterLimits limits) {
        return of(archive, kind, limits, Path.of(System.getProperty("java.io.tmpdir")));
    }

    static UnpackedRoster of(Path archive, FileFormat kind, RosterLimits limits, Path folder) {
        String archiveName = String.valueOf(archive.getFileName());
        PrivateFile file = file(archiveName, folder);
        try {
            return new UnpackedRoster(file, kind, new Unpacking(archive, limits, file.path()).unpack(kind));
        } catch (RosterException said) {
            file.close();
            throw said;
        } catch (IOException | RuntimeException damaged) {
            file.close();
            throw new RosterException("%s is damaged: pack it again.".formatted(archiveName), damaged);
        }
    }

    private static PrivateFile file(String archiveName, Path folder) {
        try {
            return PrivateFile.in(folder);
        } catch (IOException full) {
            throw new RosterException(Unpacking.noRoom(archiveName), full);
        }
    }

    /** {@return the roster's name for sentences, such as {@code roster.csv in rosters.zip}} */
    public String name() {
        return name;
    }

    /**
     * Opens the roster. It is deleted when the reader is closed, or now if it cannot be opened.
     *
     * @param opening makes a reader of the unpacked file
     * @return a reader that knows the roster by its name in the archive
     */
    public LineReader open(Function<Path, LineReader> opening) {
        try {
            return new UnpackedLines(this, opening.apply(file.path()));
        } catch (RosterException said) {
            close();
            throw named(said);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** Deletes the unpacked file. */
    @Override
    public void close() {
        file.close();
    }

    FileFormat kind() {
        return kind;
    }

    /** The readers of files know the unpacked one by its own name, which says nothing to anybody. */
    String named(String sentence) {
        return sentence.replace(file.path().toString(), name)
                .replace(String.valueOf(file.path().getFileName()), name);
    }

    RosterException named(RosterException said) {
        return new RosterException(named(String.valueOf(said.getMessage())), said);
    }
}
