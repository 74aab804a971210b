import io.github.edgeroutine.it.ServiceFixture
import java.nio.file.Files

ServiceFixture.start(basedir, context)
// The same layout as frontend-maven-plugin, with a copy of only the program.
def program = System.getenv('PATH').split(File.pathSeparator).collectMany { directory ->
    ['node', 'node.exe'].collect { new File(directory, it) }
}.find { it.canExecute() }.toPath()
def node = new File(basedir, 'node').toPath()
Files.createDirectories(node)
if (File.separator == '\\') {
    Files.copy(program, node.resolve('node.exe'))
} else {
    Files.createSymbolicLink(node.resolve('node'), program)
}
return true
