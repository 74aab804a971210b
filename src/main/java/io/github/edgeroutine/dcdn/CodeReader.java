// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import io.github.edgeroutine.cloud.AnswerReader;
import io.github.edgeroutine.cloud.Base64Text;
import io.github.edgeroutine.cloud.Content;
import io.github.edgeroutine.cloud.JsonText;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.ShownCode;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what the operations answer that deal with code. */
public final class CodeReader {

    private record Ticket(@SerializedName("OssPostConfig") JsonObject config) {}

    private record CodeContent(@SerializedName("ErCode") String code) {}

    private final Content content;

    CodeReader(Content content) {
        this.content = content;
    }

    /** What {@code UploadStagingRoutineCode} hands out for the object store. */
    JsonObject ossPostConfig(JsonObject answer) throws CallFailedException {
        Ticket ticket = content.of(answer, Ticket.class, "UploadStagingRoutineCode");
        if (ticket.config() == null) {
            throw content.unreadable("UploadStagingRoutineCode", answer);
        }
        return ticket.config();
    }

    /** The revision that {@code CommitStagingRoutineCode} made. */
    CodeRevision committed(JsonObject answer) throws CallFailedException {
        try {
            return new CodeRevision(revision(answer).orElse(""));
        } catch (IllegalArgumentException e) {
            throw content.unreadable("CommitStagingRoutineCode", answer, Effect.UNKNOWN);
        }
    }

    /** The code that {@code DescribeRoutineCodeRevision} shows. */
    ShownCode code(JsonObject answer) throws CallFailedException {
        CodeContent source = content.of(answer, CodeContent.class, "DescribeRoutineCodeRevision");
        if (source.code() == null) {
            throw content.unreadable("DescribeRoutineCodeRevision", answer);
        }
        byte[] plain = source.code().getBytes(UTF_8);
        return new ShownCode(Stream.concat(Base64Text.decode(source.code()).stream(), Stream.of(plain))
                .flatMap(reading -> Stream.concat(Stream.of(reading), unquoted(reading).stream()))
                .toList());
    }

    /** The documents show other texts in quotes. */
    private static Optional<byte[]> unquoted(byte[] reading) {
        boolean isQuoted = reading.length > 1 && reading[0] == '"' && reading[reading.length - 1] == '"';
        return isQuoted
                ? JsonText.string(new String(reading, UTF_8)).map(text -> text.getBytes(UTF_8))
                : Optional.empty();
    }

    /** The documents show it as a member of Content and as Content itself; empty if it is neither. */
    static Optional<String> revision(JsonObject answer) {
        JsonElement content = answer.get("Content");
        return content != null && content.isJsonObject()
                ? AnswerReader.text(content.getAsJsonObject(), "CodeRevision")
                : AnswerReader.text(answer, "Content").filter(text -> text.matches("[0-9]+"));
    }
}
