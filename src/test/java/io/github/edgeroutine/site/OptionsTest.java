// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The packages below Maven name an option in braces. One that {@code OptionNames} does not know would be printed so. */
class OptionsTest {

    private static final Pattern BRACES = Pattern.compile("\\{\\w+}");

    @Test
    void everyOptionInAMessageIsKnown() throws IOException {
        assertEquals(
                List.of(),
                Sentences.ofAll().values().stream()
                        .flatMap(List::stream)
                        .filter(Sentences::isProse)
                        .filter(sentence -> BRACES.matcher(sentence).find())
                        .toList());
    }
}
