// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.text;

import java.util.Arrays;

/** Builds a layer, one character at a time. */
final class LayerBuilder {

    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    LayerBuilder(int length) {
        text = new StringBuilder(length);
        starts = new int[length];
        ends = new int[length];
    }

    void add(char letter, int start, int end) {
        if (text.length() == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2 + 16);
            ends = Arrays.copyOf(ends, starts.length);
        }
        starts[text.length()] = start;
        ends[text.length()] = end;
        text.append(letter);
    }

    Layer layer() {
        return new Layer(text.toString(), starts, ends);
    }
}
