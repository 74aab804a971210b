// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.UploadForm;
import io.github.edgeroutine.cloud.text.Base64Text;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.ShownCode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the answers of the operations on code. */
record CodeReader(RpcAnswer answer) {

    private record UploadContent(
            @SerializedName("OssPostConfig") JsonObject config) {}

    private record CodeContent(@SerializedName("ErCode") String code) {}

    /**
     * The form from {@code UploadStagingRoutineCode} for the object store. Every member except {@code Url} is a field.
     */
    UploadForm form() throws CallFailedException {
        UploadContent content = content(UploadContent.class);
        if (content.config() == null) {
            throw answer.unreadable();
        }
        Map<String, String> fields = UploadForm.fieldsOf(content.config());
        String url = Optional.ofNullable(fields.remove("Url")).orElse("");
        return new UploadForm(url, fields, true);
    }

    /** The revision that {@code CommitStagingRoutineCode} created. */
    CodeRevision committed() throws CallFailedException {
        try {
            return new CodeRevision(revision().orElse(""));
        } catch (IllegalArgumentException e) {
            throw answer.unreadable();
        }
    }

    /** The code from {@code DescribeRoutineCodeRevision}. */
    ShownCode code() throws CallFailedException {
        CodeContent content = content(CodeContent.class);
        if (content.code() == null) {
            throw answer.unreadable();
        }
        byte[] plain = content.code().getBytes(UTF_8);
        return new ShownCode(Stream.concat(Base64Text.decode(content.code()).stream(), Stream.of(plain))
                .flatMap(reading -> Stream.concat(unquoted(reading).stream(), Stream.of(reading)))
                .toList());
    }

    private <T> T content(Class<T> shape) throws CallFailedException {
        return answer.read(answer.body().get("Content"), shape);
    }

    /** The documents show other texts in quotation marks, so code in quotation marks is read too. */
    private static Optional<byte[]> unquoted(byte[] reading) {
        boolean isQuoted = reading.length > 1 && reading[0] == '"' && reading[reading.length - 1] == '"';
        return isQuoted
                ? JsonText.string(new String(reading, UTF_8)).map(text -> text.getBytes(UTF_8))
                : Optional.empty();
    }

    /**
     * The documents show it as a member of Content and as Content itself; empty if it is neither. Not safe to print.
     */
    Optional<String> revision() {
        JsonElement content = answer.body().get("Content");
        return content != null && content.isJsonObject()
                ? JsonText.text(content.getAsJsonObject(), "CodeRevision")
                : JsonText.text(answer.body(), "Content").filter(text -> text.matches("[0-9]+"));
    }
}
