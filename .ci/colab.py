"A badge on every lesson that opens it in Colab, and a first cell that installs dermnb where it is not."
import json
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLAIN = '00_tour', 'mishra2019', 'nedelcu2021', 'ham10000', 'foundation_models'  # these run on a plain install, the others compare with more
INSTALL = """#| hide
import importlib.util
if importlib.util.find_spec('dermnb') is None:
    %pip install -q '{what}'"""


def repository():
    "Where the project's notebooks are public: owner/name on GitHub."
    settings = ConfigParser(delimiters=['='], interpolation=None)
    settings.read(ROOT/'settings.ini', encoding='utf-8')
    return settings['DEFAULT']['repository'].removeprefix('https://github.com/')


def beginning(path):
    "The two cells behind a lesson's title."
    page = f'https://colab.research.google.com/github/{repository()}/blob/main/{path.relative_to(ROOT).as_posix()}'
    badge = f'[![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)]({page})'
    what = 'dermnb' if path.stem in PLAIN else 'dermnb[dev]'
    install = INSTALL.format(what=what).splitlines(keepends=True)
    return [dict(cell_type='markdown', id='colab-badge', metadata={}, source=[badge]),
            dict(cell_type='code', id='colab-install', metadata={}, execution_count=None, outputs=[], source=install)]


def main():
    for path in sorted((ROOT/'nbs').rglob('*.ipynb')):
        if path.stem == 'index' or '.ipynb_checkpoints' in path.parts: continue
        notebook = json.loads(path.read_text(encoding='utf-8'))
        title, *rest = [c for c in notebook['cells'] if not str(c.get('id')).startswith('colab-')]
        notebook['cells'] = [title, *beginning(path), *rest]
        path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + '\n', encoding='utf-8')


if __name__ == '__main__': main()
