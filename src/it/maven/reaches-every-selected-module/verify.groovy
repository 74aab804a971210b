import io.github.edgeroutine.it.ServiceFixture

def account = ServiceFixture.account(context)
['a', 'b'].each { assert account.live(it).production == '1610000000000000001' }

def log = new File(basedir, 'build.log').readLines()
def builds = log.findIndexValues { it.contains('Finished at:') }.collect { it as int }
def published = log[0..builds[0]]
assert published.count { it.contains('1620876959997924701  published') } == 2

def rolledBack = log[builds[0]..builds[1]]
assert rolledBack.findAll { it ==~ /\[INFO\] Module .:/ } == ['[INFO] Module a:', '[INFO] Module b:']
assert rolledBack.count { it.contains('1610000000000000001  published') } == 2

def shown = log[builds[1]..builds[2]]
assert shown.findAll { it ==~ /\[INFO\] Routine .:/ } == ['[INFO] Routine a:', '[INFO] Routine b:']
assert shown.any { it.startsWith('[ERROR] Module gone: Routine gone does not exist, ') }
assert shown.contains('[INFO] Modules without a routine for this goal were left out: plain.')
assert log.any { it.contains('The goal status failed in module gone and succeeded in a, b: see the line of each module above.') }

def one = log[builds[2]..builds[3]]
assert one.findAll { it ==~ /\[INFO\] Routine .*:/ } == ['[INFO] Routine b:']

def unnamed = log[builds[3]..builds[4]]
assert unnamed.any { it.startsWith('[INFO] No module of this build has routine zzz, so the goal runs once, with the configuration of module ') }
return true
