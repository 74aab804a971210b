import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action().count('CommitStagingRoutineCode') == 1
def log = new File(basedir, 'build.log').text
def words = '<codeFile> (-Dedge-routine.codeFile) is TypeScript, which no service can run: compile it, and set the path of the JavaScript: ' +
    new File(basedir, 'src/main/edge-routine/index.ts')
assert log.findAll(/\[ERROR\] Failed to execute goal .*/).count { it.contains(words + '. Nothing was uploaded.') } == 2
assert log.contains('[WARNING] ' + words + '.')
