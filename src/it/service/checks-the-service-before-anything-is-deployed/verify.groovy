import io.github.edgeroutine.it.ServiceFixture

def actions = ServiceFixture.stop(context).calls()*.action()
assert actions[0..1] == ['DescribeRoutine', 'DescribeRoutineCodeRevision']
assert actions.count('CommitStagingRoutineCode') == 1
assert actions.count('PublishRoutineCodeRevision') == 1
assert !actions.contains('CreateRoutine')

def log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')
assert log.contains('publish@default: Routine hello has no environment presetCanaryHunan, see <environments>' +
    ' (-Dedge-routine.environments). There are: ')
assert log.contains('publish@default: Routine hello has no revision 7, see <codeRevision> (-Dedge-routine.codeRevision).' +
    ' It has, newest first: 1620876959997924701 (')
assert log.contains('Routine hallo does not exist, see <name> (-Dedge-routine.name). Did you mean hello? There are: hello.' +
    ' To create it, run edge-routine:create or set <createRoutine> (-Dedge-routine.createRoutine) of upload. Nothing was changed.')
assert log.contains('[INFO] Routine hallo does not exist yet. It is created by upload@default.')

def last = log.substring(log.lastIndexOf(':check (default)'))
assert last.contains('[INFO] The key belongs to account 1234567890123456 (user/simulated).')
assert last.contains('[INFO] Routine hello exists. Environments: staging, production, presetCanaryZhejiang.' +
    ' Room for more revisions: 8.')
assert last.contains('[INFO] The key has the permissions that the checks used: dcdn:DescribeRoutine, dcdn:DescribeRoutineCodeRevision.' +
    ' These permissions cannot be checked without a change: dcdn:UploadStagingRoutineCode, dcdn:CommitStagingRoutineCode,' +
    ' dcdn:PublishRoutineCodeRevision.')
assert last.indexOf('[INFO] Checked: upload@default, publish@default.') < last.indexOf(':upload (default)')
