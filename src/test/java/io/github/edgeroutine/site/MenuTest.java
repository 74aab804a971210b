// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MenuTest {

    /** The build of the site leads to the English page where there is no Chinese one. */
    @Test
    void theMenusOfBothLanguagesHaveTheSamePages() throws IOException {
        assertEquals(pages("site.xml"), pages("site_zh_CN.xml"));
    }

    private static List<String> pages(String menu) throws IOException {
        return Pattern.compile("<item [^>]*href=\"([^\"]+)\"")
                .matcher(Files.readString(Path.of("src/site").resolve(menu)))
                .results()
                .map(item -> item.group(1))
                .toList();
    }
}
