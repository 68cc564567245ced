package org.rollcall.contract;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/** Holds the contract against the site that -Dcontract.url names; skipped where it names none. */
@DisplayName("A real site")
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class RealSiteTest {

    private static Optional<SiteUnderTest> named() {
        return SiteUnderTest.named(System::getProperty, System.getenv());
    }

    @BeforeAll
    static void isNamed() {
        Assumptions.assumeTrue(named().isPresent(), "-Dcontract.url names no real site");
    }

    @Nested
    @Order(1)
    @DisplayName("the part that changes nothing")
    class ReadOnly extends ReadOnlyContract {
        ReadOnly() throws IOException {}

        @Override
        SiteUnderTest site() {
            return named().orElseThrow();
        }
    }

    @Nested
    @Order(2)
    @DisplayName("the part that cleans up")
    class SelfCleaning extends SelfCleaningContract {
        @Override
        SiteUnderTest site() {
            return named().orElseThrow();
        }
    }
}
