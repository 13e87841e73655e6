"README.md from nbs/index.ipynb (quarto, which nbdev-readme needs, is not always there)."
import re
from pathlib import Path
import nbformat
from nbconvert import MarkdownExporter

root = Path(__file__).parent.parent
nb = nbformat.read(root/'nbs'/'index.ipynb', 4)
for cell in nb.cells:
    if cell.source.startswith('#| echo: false'): cell.metadata['tags'] = ['output-only']
text, _ = MarkdownExporter(config=dict(TagRemovePreprocessor=dict(enabled=True, remove_input_tags=['output-only']))).from_notebook_node(nb)
text = re.sub(r'^#\|.*\n', '', text, flags=re.M)  # nbdev's directives
text = text.replace('](images/', '](nbs/images/')
(root/'README.md').write_text(text.strip() + '\n')
