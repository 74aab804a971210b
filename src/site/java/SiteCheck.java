// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each link of the site leads to a file and an anchor that exist, and no page needs another server. */
final class SiteCheck {

    private static final Pattern REFERENCE = Pattern.compile("<(\\w+)\\b[^>]*?\\b(href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
    private static final Pattern URL = Pattern.compile("(?:\\w+:|//).*");

    private final Map<Path, String> pages = new TreeMap<>();

    SiteCheck(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                pages.put(file.normalize(), Files.readString(file));
            }
        }
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        pages.forEach((page, html) -> REFERENCE
                .matcher(html)
                .results()
                .filter(reference -> !leads(page, reference))
                .forEach(reference -> faults.add(page + ": " + reference.group())));
        return faults;
    }

    private boolean leads(Path page, MatchResult reference) {
        String address = reference.group(3);
        if (URL.matcher(address).matches()) {
            return reference.group(1).equals("a");
        }
        String[] parts = address.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || hasAnchor(target, parts[1]));
    }

    private boolean hasAnchor(Path page, String anchor) {
        return pages.containsKey(page)
                && ID.matcher(pages.get(page))
                        .results()
                        .anyMatch(id -> id.group(1).equals(anchor));
    }
}
