import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action().count('CommitStagingRoutineCode') == 1
def node = new File(basedir, 'node/node').path
assert new File(basedir, 'build.log').text.readLines().any {
    it.startsWith('[DEBUG] The code was loaded by Node.js ') && it.contains("($node")
}
