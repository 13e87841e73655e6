"Reads all metadata from settings.ini."
from configparser import ConfigParser
from pathlib import Path
from setuptools import setup

cfg = ConfigParser(delimiters=['='], interpolation=None)
cfg.read('settings.ini', encoding='utf-8')
d = cfg['DEFAULT']
extras = {k: v.split() for k, v in cfg['extras'].items() if k not in d}
extras['dev'] = sorted({r for rs in extras.values() for r in rs})

setup(name=d['name'], version=d['version'], description=d['description'], keywords=d['keywords'].split(),
      author=d['author'], license=d['license'], url=d['repository'],
      project_urls=dict(Source=d['repository'], Issues=d['repository'] + '/issues'),
      packages=['dermnb', 'dermnb.draw', 'dermnb.templates'],
      long_description=Path('README.md').read_text(encoding='utf-8'), long_description_content_type='text/markdown',
      python_requires='>=' + d['min_python'],
      classifiers=[d['status'], *(f'Programming Language :: Python :: 3.{minor}' for minor in range(10, 14)),
                   'Typing :: Typed', 'Topic :: Scientific/Engineering :: Image Recognition'],
      install_requires=d['requirements'].split(), extras_require=extras,
      package_data={'dermnb': ['py.typed', '*.mplstyle'], 'dermnb.templates': ['*']},
      entry_points={'console_scripts': d['console_scripts'].split(), 'nbdev': ['dermnb=dermnb._modidx:d']})
