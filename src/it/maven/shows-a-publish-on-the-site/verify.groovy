import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls()*.action() == ['DescribeRoutine', 'PublishRoutineCodeRevision', 'DescribeRoutine']

def page = new File(basedir, 'target/site/edge-routine.html')
assert page.text == new File(basedir, 'target/edge-routine/publish.html').text
assert page.text.contains('<title>hello: published</title>')
assert page.text.contains('<title>Revision 1610000000000000001</title>')
assert page.text.contains('<title>Revision 1620876959997924701 (wanted)</title>')
assert new File(basedir, 'target/site/project-reports.html').text.contains('href="edge-routine.html"')

def byHand = new File(basedir, 'target/by-hand/edge-routine.html')
assert byHand.text == page.text
assert new File(basedir, 'build.log').text.contains("[INFO] Wrote the page ${byHand}.")
return true
