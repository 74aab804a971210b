// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import io.github.edgeroutine.dcdn.DcdnTraits;
import io.github.edgeroutine.esa.EsaTraits;
import io.github.edgeroutine.mojo.context.OptionNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The text of the string literals in sources. Added literals are one text. Annotations contain no text for readers. An
 * IllegalStateException is a bug of the plugin, which users should not see.
 */
final class Sentences extends TreeScanner<Void, Void> {

    private static final Path ROOT = Path.of("src/main/java/io/github/edgeroutine");

    /** Their texts are only in the page of a report. */
    private static final Set<String> IN_THE_PAGE =
            Set.of("DataTable.java", "Html.java", "HtmlReport.java", "EnvironmentChart.java", "NextStepList.java");

    private static final Pattern TWO_WORDS = Pattern.compile("[\\p{L}\\d>)'.][,:;]? [\\p{L}<('-]");
    private static final Pattern NO_PROSE = Pattern.compile("\\\\|\\(\\?");

    private final OptionNames names;
    private final List<String> literals = new ArrayList<>();

    private Sentences(String console) {
        this.names = new OptionNames(console);
    }

    /** An adapter's own sentences are read by the users of its service alone. */
    private static String console(String source) {
        return source.contains("/esa/") ? EsaTraits.TRAITS.console() : DcdnTraits.TRAITS.console();
    }

    /** Whether it is more than a name, a property or a pattern. */
    static boolean isProse(String literal) {
        return TWO_WORDS.matcher(literal).find() && !NO_PROSE.matcher(literal).find();
    }

    /**
     * The sources that can print something. The simulator answers like the service, and prints only messages about its
     * file.
     */
    static Map<String, List<String>> ofAll() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return of(files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(ROOT.resolve("simulator")) || file.endsWith("AccountFile.java"))
                    .filter(file -> !IN_THE_PAGE.contains(file.getFileName().toString()))
                    .toArray(Path[]::new));
        }
    }

    /** By the path of the source. */
    static Map<String, List<String>> of(Path... sources) throws IOException {
        Map<String, List<String>> literals = new TreeMap<>();
        for (CompilationUnitTree unit : parse(sources)) {
            Sentences sentences = new Sentences(console(unit.getSourceFile().getName()));
            unit.accept(sentences, null);
            literals.put(unit.getSourceFile().getName(), sentences.literals);
        }
        return literals;
    }

    static Iterable<? extends CompilationUnitTree> parse(Path... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(sources));
            return task.parse();
        }
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
        return null;
    }

    @Override
    public Void visitNewClass(NewClassTree creation, Void nothing) {
        return creation.getIdentifier().toString().equals("IllegalStateException")
                ? null
                : super.visitNewClass(creation, nothing);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
        if (literal.getKind() == Kind.STRING_LITERAL) {
            add((String) literal.getValue());
        }
        return null;
    }

    @Override
    public Void visitBinary(BinaryTree binary, Void nothing) {
        if (binary.getKind() != Kind.PLUS) {
            return super.visitBinary(binary, nothing);
        }
        StringBuilder run = new StringBuilder();
        for (ExpressionTree operand : operands(binary)) {
            if (operand.getKind() == Kind.STRING_LITERAL) {
                run.append(((LiteralTree) operand).getValue());
            } else {
                add(run.toString());
                run.setLength(0);
                operand.accept(this, nothing);
            }
        }
        add(run.toString());
        return null;
    }

    private static List<ExpressionTree> operands(ExpressionTree expression) {
        if (expression.getKind() != Kind.PLUS) {
            return List.of(expression);
        }
        BinaryTree sum = (BinaryTree) expression;
        return Stream.concat(operands(sum.getLeftOperand()).stream(), operands(sum.getRightOperand()).stream())
                .toList();
    }

    /** The text for a user of Maven. An option with an inserted value is split in two. */
    private String written(String text) {
        return names.written(text.replaceFirst("^}", "").replaceFirst("\\{(\\w+)=$", "-Dedge-routine.$1="));
    }

    /**
     * A placeholder of a format splits the text, like an operand that is not a literal. Carriage returns are for the
     * wire.
     */
    private void add(String text) {
        if (text.contains("\r")) {
            return;
        }
        Arrays.stream(written(text).split("%[sd]"))
                .map(part -> part.replaceAll("\\s+", " ").strip())
                .filter(part -> !part.isEmpty())
                .forEach(literals::add);
    }
}
