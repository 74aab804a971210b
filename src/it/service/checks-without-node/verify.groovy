import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action().count('CommitStagingRoutineCode') == 1
def log = new File(basedir, 'build.log').text
def none = 'Node.js 18 or newer was not found on the PATH, and frontend-maven-plugin has not installed it in the project. '
assert log.contains('The code was not run, but <runCheck> (-Dedge-routine.runCheck) requires it: ' + none +
    'Install Node.js, or give its path with <nodeExecutable> (-Dedge-routine.nodeExecutable). Nothing was uploaded.')
assert log.contains('[INFO] The code was not run, only its text was checked: ' + none +
    'To run it, install Node.js, or give its path with <nodeExecutable> (-Dedge-routine.nodeExecutable).')
