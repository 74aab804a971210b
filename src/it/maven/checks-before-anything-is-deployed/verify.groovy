def log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')
assert !log.contains(':upload (release)')
assert !log.contains(':publish (release)')
def missing = '<codeFile> (-Dedge-routine.codeFile) is not a file: ' +
    new File(basedir, 'src/main/edge-routine/index.js') + ' (upload@release)'
assert log.contains('The configuration cannot be used: ' + missing +
    '; <environments> (-Dedge-routine.environments) is missing: name at least one environment, such as staging or' +
    ' production (publish@release)')
assert log.contains('The configuration cannot be used: ' + missing + ' ->')
assert log.contains('[INFO] Code: index.js (')
assert log.contains('[INFO] Checked: upload@release, publish@release, publish@other.')
assert log.contains('[INFO] The service was not checked: No Alibaba Cloud credentials found. ALIBABA_CLOUD_CREDENTIALS_FILE names a file that' +
    ' does not exist. The build continues.')
assert log.contains('[INFO] The service was not checked: Maven is offline (-o, or <offline> in settings.xml). The build continues.')
assert log.contains('The service could not be checked, but -Dedge-routine.checkService=require requires it: No Alibaba Cloud credentials found.')
