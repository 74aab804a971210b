import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.stop(context)
def log = new File(basedir, 'build.log').text
def flaw = "the answer was HTTP 200 with '<html> <body>Please sign in</body></html>', which is not the JSON object of the DCDN API. "
assert log.contains('[WARNING] The state of routine hello cannot be read: ' + flaw)
assert log.contains('in production, presetCanaryZhejiang: ' + flaw + 'What is live now is not known: ')
