import io.github.edgeroutine.it.ServiceFixture

def account = ServiceFixture.account(context)
def published = ['hello', 'shop'].findAll { account.live(it).production == '1620876959997924701' }
assert published.size() == 1
def failed = (['hello', 'shop'] - published)[0]

def log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] Could not publish revision 1620876959997924701 of routine ${failed} in .*: Forbidden\.RAM, 'Not you\.'/
assert log =~ /${failed} \.+ FAILURE/
assert !(log =~ /${published[0]} \.+ FAILURE/)
assert log.contains('BUILD FAILURE')
return true
