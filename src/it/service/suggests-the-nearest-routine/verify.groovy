import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action() == ['DescribeRoutine', 'DescribeRoutineUserInfo']
assert new File(basedir, 'build.log').text.contains(
    'Routine helo does not exist, see <name> (-Dedge-routine.name). Did you mean hello? There are: hello, other. '
        + 'To create it, run edge-routine:create or set <createRoutine> (-Dedge-routine.createRoutine) of upload. Nothing was changed.')
