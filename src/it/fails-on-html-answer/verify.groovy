import io.github.edgeroutine.it.Stage

Stage.lower(context)
assert new File(basedir, 'build.log').text.contains(
    "the answer was HTTP 200 with '<html> <body>Please sign in</body></html>', which is not the JSON object of the DCDN API. "
        + 'What is live now is not known: ')
