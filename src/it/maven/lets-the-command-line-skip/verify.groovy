import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls().isEmpty()
assert new File(basedir, 'build.log').text.contains('[INFO] Skipped: -Dedge-routine.skip is set.')
