// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sentences in Java sources: messages of the plugin, comments, names of tests. A value in a message counts as one word. */
final class CodeWords extends TreeScanner<Void, Void> {

    private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "Property");

    /** Strings and characters come first because they can contain the signs of a comment. */
    private static final Pattern COMMENT =
            Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])+'"
                    + "|(?<comment>/\\*.*?\\*/|//[^\n]*(?:\\s*\n\\s*//[^\n]*)*)");

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Sentence> sentences = new ArrayList<>();

    private CodeWords(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    /** Of all Java files below a folder. */
    static Stream<Sentence> in(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder)) {
            Path[] java = sources.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toArray(Path[]::new);
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(java));
            List<Sentence> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                CodeWords words = new CodeWords(unit, Trees.instance(task).getSourcePositions());
                words.addComments();
                unit.accept(words, null);
                found.addAll(words.sentences);
            }
            return found.stream();
        }
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        boolean isTest = method.getModifiers().getAnnotations().stream()
                .anyMatch(each -> TESTS.contains(each.getAnnotationType().toString()));
        if (isTest) {
            String name =
                    method.getName().toString().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
            sentences.add(new Sentence(place(positions.getStartPosition(unit, method.getBody())), name));
        }
        return super.visitMethod(method, nothing);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
        if (literal.getKind() == Kind.STRING_LITERAL) {
            addMessage(literal, (String) literal.getValue());
        }
        return null;
    }

    @Override
    public Void visitBinary(BinaryTree binary, Void nothing) {
        if (binary.getKind() != Kind.PLUS) {
            return super.visitBinary(binary, nothing);
        }
        addMessage(binary, text(binary));
        return null;
    }

    /** Other expressions can contain messages too. */
    private String text(ExpressionTree operand) {
        if (operand.getKind() == Kind.STRING_LITERAL) {
            return (String) ((LiteralTree) operand).getValue();
        }
        if (operand.getKind() == Kind.PLUS) {
            BinaryTree sum = (BinaryTree) operand;
            return text(sum.getLeftOperand()) + text(sum.getRightOperand());
        }
        operand.accept(this, null);
        return "X";
    }

    /** Tests repeat the messages of the plugin, and contain texts of others. */
    private void addMessage(Tree tree, String text) {
        if (unit.getSourceFile().getName().startsWith("src/main") && Sentences.isProse(text)) {
            add(positions.getStartPosition(unit, tree), text.replaceAll("%[sd]", "X"));
        }
    }

    private void addComments() throws IOException {
        Matcher token = COMMENT.matcher(unit.getSourceFile().getCharContent(true));
        while (token.find()) {
            if (token.group("comment") != null) {
                add(token.start(), ofComment(token.group("comment")));
            }
        }
    }

    /** As a paragraph of Markdown: without the signs of a comment, and each tag with what follows on its own. */
    private static String ofComment(String comment) {
        return comment.replaceAll("(?m)^\\s*(?:/\\*\\*?|\\*/|\\*|//)|\\*/$", "")
                .replaceAll("(?s)<pre>.*?</pre>", "")
                .replaceAll("\\{@\\w+ [^}]*}", "CODE")
                .replaceAll("</?[a-z]\\w*>|@param \\S+|@\\w+", "\n\n");
    }

    private void add(long position, String text) {
        Prose.sentences(text).forEach(sentence -> sentences.add(new Sentence(place(position), sentence)));
    }

    private String place(long position) {
        return unit.getSourceFile().getName() + ":" + unit.getLineMap().getLineNumber(position);
    }
}
