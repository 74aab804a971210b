import io.github.edgeroutine.it.Stage

assert Stage.lower(context).calls().isEmpty()
assert new File(basedir, 'build.log').text.contains('<codeFile> (-Dedge-routine.codeFile) is HTML or XML, not JavaScript: ')
