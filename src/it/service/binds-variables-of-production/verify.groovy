import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
def account = context.account
assert account.variables('hello', 'production') == [GREETING_HOST: 'www.example.com', API_TOKEN: '']
assert account.variables('hello', 'staging') == [:]
def revision = new File(basedir, 'target/edge-routine/code-revision').text.trim()
assert account.live('hello').production == [(revision): 100]
assert account.boundVariables('hello', revision) == account.variables('hello', 'production')
assert simulator.calls().findAll { it.action() == 'CommitRoutineStagingCode' }*.form()*.DeployEnv == ['production']
def sets = simulator.calls().findAll { it.action() == 'SetRoutineEnvironmentVariables' }*.form()*.EnvironmentVariables
assert sets.size() == 2
assert sets[0].contains('GREETING_HOST') && sets.every { it.contains('it/token+Of=Every&Call') }
assert !sets[1].contains('GREETING_HOST')

def log = new File(basedir, 'build.log').text
assert log.contains('[INFO]   production  GREETING_HOST  new, plain text')
assert log.contains('[INFO]   production  GREETING_HOST  up to date')
assert log.contains('[INFO]   production  API_TOKEN  new, secret')
assert log.contains('[INFO]   production  API_TOKEN  set again, because a secret cannot be compared')
assert log.contains("Revision $revision of routine hello is bound to the variables of production, and would use them in staging too")
assert account.live('hello').keySet() == ['production'] as Set
assert log.contains('[DEBUG]')
assert !log.contains('it/token')
return true
