def wanted = '1620876959997924701'
context.simulators.values().each { it.close() }
def live = { module, service -> context.accounts[service].live(module).production }
assert context.modules.findAll { module, service -> service == 'dcdn' && live(module, service) != wanted } == [:]
assert context.modules.findAll { module, service -> service == 'esa' && live(module, service) != [(wanted): 100] } == [:]
assert context.simulators.every { name, simulator -> simulator.throttled() == 0 }

def log = new File(basedir, 'build.log').readLines()
def retries = log.count { it =~ /\[WARNING\] Attempt \d of 6 to / }
assert retries > 0
println "Soak: ${context.modules.size()} modules, ${retries} retries, calls " +
    "${context.simulators.collectEntries { name, simulator -> [name, simulator.calls().size()] }}, " +
    "${context.simulators.values().sum { it.throttled() }} throttled"
return true
