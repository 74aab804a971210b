// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UploadDescriptionTest {

    private static final String FIFTY = "12345678901234567890123456789012345678901234567890";

    @Test
    void fiftyCharactersAreTakenAsTheyAre() {
        assertEquals(FIFTY, UploadDescription.of(" " + FIFTY + " ").text());
        assertFalse(UploadDescription.of(FIFTY).isCut());
    }

    @Test
    void aLongerTextIsCut() {
        UploadDescription description = UploadDescription.of(FIFTY + "🚀");

        assertEquals(FIFTY, description.text());
        assertEquals(51, description.given());
        assertTrue(description.isCut());
    }

    /** Each of these is one character, and two of the units in which Java counts. */
    @Test
    void charactersAreCountedAndNotTheirHalves() {
        assertEquals("🚀".repeat(50), UploadDescription.of("🚀".repeat(51)).text());
        assertFalse(UploadDescription.of("🚀".repeat(50)).isCut());
    }

    @Test
    void itIsOneLine() {
        assertEquals(
                "Fix it ::error::of a commit message",
                UploadDescription.of(" Fix it\n\u2028::error::of a\u0000commit\tmessage\r\n")
                        .text());
    }

    @Test
    void ofAProjectAsMuchIsTakenAsFits() {
        assertEquals("g:edge:1.0 0123456", project("g", "edge", Optional.of("0123456")));
        assertEquals("edge:1.0", project(FIFTY, "edge", Optional.empty()));
        assertEquals(FIFTY.substring(4) + ":1.0", project("g", "edge" + FIFTY, Optional.empty()));
        assertEquals(50, project("g".repeat(41), "edge", Optional.empty()).length());
    }

    private static String project(String group, String artifact, Optional<String> commit) {
        UploadDescription description = UploadDescription.ofProject(group, artifact, "1.0", commit);
        assertFalse(description.isCut());
        return description.text();
    }
}
