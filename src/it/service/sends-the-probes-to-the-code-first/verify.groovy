import io.github.edgeroutine.it.ServiceFixture

context.edge.stop(0)
def edge = 'http://127.0.0.1:' + context.edge.address.port
assert ServiceFixture.stop(context).calls()*.action().count('PublishRoutineCodeRevision') == 1
assert context.asked == ['/shop', '/gone', '/origin', '/elsewhere']

def log = new File(basedir, 'build.log').text
assert log.contains("Probe ${edge}/gone fails on this machine: the status is 404 instead of 200. Nothing was uploaded." +
    ' Correct the code. If only the edge can answer a probe, set <local>false</local> for it in <probes>.')
assert log.findAll("Probe ${edge}/shop passes on this machine.").size() == 2
assert log.findAll("Probe ${edge}/gone passes on this machine.").size() == 1
assert log.findAll("Probe ${edge}/origin can only be checked at the edge: the code called origin.example.com," +
    ' which <localHosts> \\(-Dedge-routine.localHosts\\) does not allow here.').size() == 2
assert !log.contains("${edge}/elsewhere passes on this machine")
assert log.contains('[INFO] Checked: upload@default, publish@default.')
assert log.contains('The code of routine hello runs: index.js (')
