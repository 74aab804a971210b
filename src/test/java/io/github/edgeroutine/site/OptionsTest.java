// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The packages below Maven name an option in braces. An option that {@code OptionNames} does not know would be printed
 * with its braces.
 */
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
