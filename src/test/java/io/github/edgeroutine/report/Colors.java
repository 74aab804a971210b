// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colors as a browser writes them, and their contrast according to WCAG 2. */
final class Colors {

    private Colors() {}

    static Color of(String rgb) {
        Matcher parts = Pattern.compile("rgb\\((\\d+), (\\d+), (\\d+)\\)").matcher(rgb);
        assertTrue(parts.matches(), rgb);
        return new Color(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    static double luminance(String rgb) {
        Color color = of(rgb);
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
