import io.github.edgeroutine.it.Stage

assert Stage.lower(context).account().live('hello').production == '1620876959997924701'

def page = new File(basedir, 'target/edge-routine/publish.html')
assert page.directory
assert new File(page.parentFile, 'publish.json').text.contains('"result": "published"')

def log = new File(basedir, 'build.log').text
assert log.contains('[WARNING] The report <reportFile> (-Dedge-routine.reportFile) could not be written: ' + page)
assert log.contains('BUILD SUCCESS')
