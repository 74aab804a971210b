import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action().count('CommitStagingRoutineCode') == 1
def log = new File(basedir, 'build.log').text
assert log.contains('<codeFile> (-Dedge-routine.codeFile) registers no handler, so it cannot answer requests: ' +
    new File(basedir, 'src/main/edge-routine/index.js') + ". Call addEventListener('fetch', …). Nothing was uploaded.")
