def log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')
assert !log.contains(':upload (release)')
assert !log.contains(':publish (release)')
def missing = '<codeFile> (-Dedge-routine.codeFile) is no file: ' +
    new File(basedir, 'src/main/edge-routine/index.js') + ' (upload@release)'
assert log.contains('The configuration cannot be used: ' + missing +
    '; <environments> (-Dedge-routine.environments) is missing: name at least one environment, such as staging or' +
    ' production (publish@release)')
assert log.contains('The configuration cannot be used: ' + missing + ' ->')
assert log.contains('[INFO] Code: index.js (')
assert log.contains('[INFO] Checked: upload@release, publish@release, publish@other.')
