import io.github.edgeroutine.it.ServiceFixture

def published = ServiceFixture.stop(context).calls().findAll { it.action() == 'PublishRoutineCodeRevision' }.collect { it.query().Name ?: it.form().Name }
assert published == ['hello', 'shop']

def log = new File(basedir, 'build.log').readLines()
def lines = { String words -> log.findIndexValues { it.contains(words) } }
assert lines('Building last')[0] < lines('Routine hello of module hello:')[0]
assert lines('Routine hello of module hello:')[0] < lines('BUILD SUCCESS')[0]
assert lines('BUILD SUCCESS')[0] < lines('Building shop')[0]
assert lines('Building last')[1] < lines('Routine shop of module shop:')[0]
assert lines('Routine shop of module shop:')[0] < lines('BUILD SUCCESS')[1]
return true
