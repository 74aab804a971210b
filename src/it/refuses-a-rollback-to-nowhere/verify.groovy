import io.github.edgeroutine.it.Stage

assert Stage.lower(context).calls().isEmpty()
assert new File(basedir, 'build.log').text =~
    /<reportFile> \(-Dedge-routine.reportFile\) \S+publish\.json remembers no earlier revision of routine hello: give -Dedge-routine\.name, -Dedge-routine\.codeRevision and -Dedge-routine\.environments/
