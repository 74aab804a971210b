import io.github.edgeroutine.it.ServiceFixture

def account = ServiceFixture.account(context)
assert account.revisions('hello').size() == 10
assert account.revisions('hello').contains('1610000000000000001')
assert !account.revisions('hello').contains('1620876959997924701')
assert new File(basedir, 'build.log').text.contains('[WARNING] Deleted revision 1620876959997924701 (')
