import io.github.edgeroutine.it.ServiceFixture

def actions = ServiceFixture.stop(context).calls()*.action()
assert actions[0..1] == ['DescribeRoutine', 'DescribeRoutineCodeRevision']
assert actions.count('CommitStagingRoutineCode') == 1
assert actions.count('PublishRoutineCodeRevision') == 1
assert !actions.contains('CreateRoutine')

def log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')
assert log.contains('publish@default: Routine hello has no environment presetCanaryHunan, which <environments>' +
    ' (-Dedge-routine.environments) names. There are: ')
assert log.contains('publish@default: Routine hello has no revision 7, which <codeRevision> (-Dedge-routine.codeRevision)' +
    ' names. It has, newest first: 1620876959997924701 (')
assert log.contains('There is no routine hallo, which <name> (-Dedge-routine.name) gives. Did you mean hello? There are: hello.' +
    ' To create it, run edge-routine:create or set <createRoutine> (-Dedge-routine.createRoutine) of upload. Nothing was changed.')
assert log.contains('[INFO] Routine hallo is not there yet: it is made by upload@default.')

def last = log.substring(log.lastIndexOf(':check (default)'))
assert last.contains('[INFO] The key belongs to account 1234567890123456 (user/simulated).')
assert last.contains('[INFO] Routine hello is there. Environments: staging, production, presetCanaryZhejiang.' +
    ' Room for revisions: 8.')
assert last.contains('[INFO] Reads have proved that the key may call dcdn:DescribeRoutine, dcdn:DescribeRoutineCodeRevision.' +
    ' Only the goals themselves can prove that it may call dcdn:UploadStagingRoutineCode, dcdn:CommitStagingRoutineCode,' +
    ' dcdn:PublishRoutineCodeRevision.')
assert last.indexOf('[INFO] Checked: upload@default, publish@default.') < last.indexOf(':upload (default)')
