import io.github.edgeroutine.it.ServiceFixture

def account = ServiceFixture.account(context)
def revision = account.live('hello').production
assert account.code('hello', revision) == new File(basedir, 'src/main/edge-routine/index.js').bytes
assert new File(basedir, 'build.log').text.contains(
    "[WARNING] Revision ${revision} exists, but its number could not be written to code-revision: ")
