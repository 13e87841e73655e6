"README.md from nbs/index.ipynb, figures as files beside the notebook (quarto, which nbdev-readme needs, is not always there)."
from pathlib import Path
from nbconvert import MarkdownExporter
from traitlets.config import Config

root = Path(__file__).parent.parent
hide = Config({'TagRemovePreprocessor': {'enabled': True, 'remove_input_tags': ['hide-input'], 'remove_cell_tags': ['hide']}})
text, _ = MarkdownExporter(config=hide).from_filename(str(root/'nbs'/'index.ipynb'))
(root/'README.md').write_text(text.strip() + '\n')
