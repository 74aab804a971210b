import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls().isEmpty()
assert new File(basedir, 'build.log').text.contains(
    '<allowSnapshot> (-Dedge-routine.allowSnapshot) is false, so version 1.0-SNAPSHOT can be published only to staging')
