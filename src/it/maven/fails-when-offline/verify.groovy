assert new File(basedir, 'build.log').text.contains(
    'Maven is offline (-o, or <offline> in settings.xml), so the Edge Routine service cannot be called: go online, '
        + 'rehearse with -Dedge-routine.simulate, or skip the goal with -Dedge-routine.skip.')
