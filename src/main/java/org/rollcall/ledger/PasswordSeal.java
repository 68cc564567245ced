package org.rollcall.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * Seals the roster's passwords for the time that they lie in the ledger: a copy of the database alone tells none of
 * them. The key lies in a file of its own beside the job state, readable by its owner only, and is made at first use.
 */
public final class PasswordSeal {

    private static final int KEY_BYTES = 32;

    private final AesBytesEncryptor cipher;

    private PasswordSeal(SecretKey key) {
        this.cipher = new AesBytesEncryptor(key, KeyGenerators.secureRandom(12), CipherAlgorithm.GCM);
    }

    /**
     * Opens the seal with the key in a file, which is made when it is not there.
     *
     * @throws IOException when the file cannot be read or made, or is no key
     */
    public static PasswordSeal withKeyIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(unfinished, fresh);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != KEY_BYTES) {
            throw new IOException(
                    "The key in " + file
                            + " is damaged; without it the passwords of unfinished runs cannot be read. Take the file away to have a new one made.");
        }
        return new PasswordSeal(new SecretKeySpec(key, "AES"));
    }

    @Nullable
    String seal(@Nullable String password) {
        return password == null ? null : Base64.getEncoder().encodeToString(cipher.encrypt(password.getBytes(UTF_8)));
    }

    @Nullable
    String open(@Nullable String sealed) {
        return sealed == null
                ? null
                : new String(cipher.decrypt(Base64.getDecoder().decode(sealed)), UTF_8);
    }
}
