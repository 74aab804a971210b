import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
def modules = (1..200).collect { "routine-${it}" }
assert modules.findAll { context.account.live(it).production != '1620876959997924701' } == []
assert simulator.throttled() == 0

def log = new File(basedir, 'build.log').readLines()
def retries = log.count { it =~ /\[WARNING\] Attempt \d of 6 to / }
assert retries > 0
def calls = simulator.calls().size()
println "Soak: ${modules.size()} modules, ${calls} calls, ${retries} retries, ${simulator.throttled()} throttled"
return true
