import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.account(context).live('hello').production == '1620876959997924701'

def page = new File(basedir, 'target/edge-routine/publish.html')
assert page.directory
assert new File(page.parentFile, 'publish.json').text.contains('"result": "published"')

def log = new File(basedir, 'build.log').text
assert log =~ /\[WARNING\] The report <reportFile> \(-Dedge-routine\.reportFile\) could not be written: \S+: \Q${page}\E/
// In the locale C, the JVM cannot write the name of this file.
assert log.contains('[WARNING] The result could not be reported to the CI server: java.nio.file.InvalidPathException: ')
assert log.contains('BUILD SUCCESS')
