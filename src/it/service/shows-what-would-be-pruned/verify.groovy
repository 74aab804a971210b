import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.account(context).revisions('hello').size() == 2
assert new File(basedir, 'build.log').text.contains('[INFO] Would delete revision 1620876959997924701 (')
