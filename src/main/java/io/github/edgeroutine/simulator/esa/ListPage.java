// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.util.List;

/**
 * The requested page of a list.
 *
 * @param number from 1
 * @param size from 1 to {@value #LARGEST}
 */
record ListPage(int number, int size) {

    private static final int LARGEST = 20;

    /** @param pages the limit of pages; the real refusal of a later page is not documented */
    static ListPage of(OperationRequest request, int pages) throws ServiceRefusal {
        return new ListPage(number(request, "PageNumber", 1, pages), number(request, "PageSize", LARGEST, LARGEST));
    }

    private static int number(OperationRequest request, String name, int fallback, int largest) throws ServiceRefusal {
        String text = request.optional(name);
        if (text.isEmpty()) {
            return fallback;
        }
        if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > largest) {
            throw EsaRefusal.invalid(name + " must be a number from 1 to " + largest + ", but is " + text);
        }
        return Integer.parseInt(text);
    }

    <T> List<T> of(List<T> all) {
        return all.stream().skip((number - 1L) * size).limit(size).toList();
    }

    /** @param total the number of items on all pages */
    void into(JsonObject answer, int total) {
        answer.addProperty("PageNumber", number);
        answer.addProperty("PageSize", size);
        answer.addProperty("TotalCount", total);
    }
}
