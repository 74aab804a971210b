assert new File(basedir, 'build.log').text.contains(
    'Maven is offline (-o, or <offline> in settings.xml), so the Edge Routine service cannot be called: go online, '
        + 'rehearse with -Dedge-routine.simulate, or leave the goal out with -Dedge-routine.skip.')
