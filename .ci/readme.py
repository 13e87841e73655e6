"README.md from nbs/index.ipynb, its code and its picture from nbs/00_tour.ipynb (quarto, which nbdev-readme needs, is not always there)."
import re
from base64 import b64decode
from pathlib import Path

import nbformat
from nbconvert import MarkdownExporter

ROOT = Path(__file__).parent.parent
DIRECTIVE = re.compile(r'^#\|.*\n', re.M)


def labelled(notebook, label):
    "The code cells of a notebook with the directive `#| label: LABEL`."
    return [c for c in notebook.cells if c.cell_type == 'code' and c.source.startswith(f'#| label: {label}\n')]


def main():
    index, tour = (nbformat.read(ROOT/'nbs'/f'{name}.ipynb', 4) for name in ('index', '00_tour'))
    for cell in index.cells:
        if cell.source.startswith('#| echo: false'): cell.metadata['tags'] = ['output-only']
    output_only = dict(enabled=True, remove_input_tags=['output-only'])
    text, _ = MarkdownExporter(config=dict(TagRemovePreprocessor=output_only)).from_notebook_node(index)
    code = '\n\n'.join(DIRECTIVE.sub('', c.source).strip().rstrip(';') for c in labelled(tour, 'readme'))
    text = DIRECTIVE.sub('', text).replace('<!-- the tour -->', f'```python\n{code}\n```')
    for folder in ('images/', '00_tour'): text = text.replace(f']({folder}', f'](nbs/{folder}')
    (ROOT/'README.md').write_text(text.strip() + '\n')
    (picture,) = [o for c in labelled(tour, 'picture') for o in c.outputs if 'image/jpeg' in o.get('data', {})]
    (ROOT/'nbs/images').mkdir(exist_ok=True)
    (ROOT/'nbs/images/tour.jpg').write_bytes(b64decode(picture.data['image/jpeg']))


if __name__ == '__main__': main()
