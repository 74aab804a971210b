import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls().isEmpty()
assert new File(basedir, 'build.log').text.contains('<codeFile> (-Dedge-routine.codeFile) is HTML or XML, not JavaScript: ')
