import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action().count('CommitStagingRoutineCode') == 1
def log = new File(basedir, 'build.log').text
def none = 'there is no Node.js 18 or newer on the PATH, and frontend-maven-plugin has installed none in the project. '
assert log.contains('The code was not run, as <runCheck> (-Dedge-routine.runCheck) demands: ' + none +
    'Install one, or name it with <nodeExecutable> (-Dedge-routine.nodeExecutable). Nothing was uploaded.')
assert log.contains('[INFO] The code was not run, only its text was looked at: ' + none +
    'To have it run, install one, or name it with <nodeExecutable> (-Dedge-routine.nodeExecutable).')
