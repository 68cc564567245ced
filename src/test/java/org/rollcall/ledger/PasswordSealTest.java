package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A sealed password")
class PasswordSealTest {

    @TempDir
    private Path folder;

    private PasswordSeal seal(String key) throws IOException {
        return PasswordSeal.withKeyIn(folder.resolve(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Secret-1", "", " with spaces ", "пароль-🔑", "=1+1"})
    void comesBackAsItWasEvenAfterTheProgramStartedAnew(String password) throws IOException {
        String sealed = seal("key").seal(password);
        assertThat(sealed).isNotNull();
        assertThat(seal("key").open(sealed)).isEqualTo(password);
    }

    @Test
    void isAnotherTextEachTimeAndNeverThePassword() throws IOException {
        PasswordSeal seal = seal("key");
        assertThat(seal.seal("Secret-1")).isNotEqualTo(seal.seal("Secret-1")).isNotEqualTo("Secret-1");
    }

    @Test
    void isNoneWhereThereWasNone() throws IOException {
        assertThat(seal("key").seal(null)).isNull();
        assertThat(seal("key").open(null)).isNull();
    }

    @Test
    void doesNotOpenWithAnotherKeyOrOnceItWasTamperedWith() throws IOException {
        String sealed = String.valueOf(seal("key").seal("Secret-1"));
        assertThatThrownBy(() -> seal("other").open(sealed)).isInstanceOf(IllegalStateException.class);
        char tampered = sealed.charAt(20) == 'A' ? 'B' : 'A';
        String changed = sealed.substring(0, 20) + tampered + sealed.substring(21);
        assertThatThrownBy(() -> seal("key").open(changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void hasItsKeyInAFileThatOnlyTheOwnerReads() throws IOException {
        seal("key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(Files.size(folder.resolve("key"))).isEqualTo(32);
    }

    @Test
    void saysWhenItsKeyIsDamaged() throws IOException {
        Files.writeString(folder.resolve("key"), "too short");
        assertThatThrownBy(() -> seal("key")).isInstanceOf(IOException.class).hasMessageContaining("is damaged");
    }

    @Test
    void leavesNoClearTextInTheFileOfTheLedger() throws IOException {
        try (Ledger ledger = Ledger.inFile(folder)) {
            ledger.stage(
                    ledger.run("01"),
                    Ledger.row(2, "marker-user", "ada@example.org", "Passw0rd-Clear", List.of(), List.of()));
        }
        String file = Files.readString(folder.resolve("ledger.mv.db"), StandardCharsets.ISO_8859_1);
        assertThat(file).contains("marker-user").doesNotContain("Passw0rd-Clear");
    }
}
