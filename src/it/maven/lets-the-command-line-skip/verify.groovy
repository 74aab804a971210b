import io.github.edgeroutine.it.Stage

assert Stage.lower(context).calls().isEmpty()
assert new File(basedir, 'build.log').text.contains('[INFO] Skipped, as -Dedge-routine.skip says.')
