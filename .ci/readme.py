"README.md from nbs/index.ipynb (quarto, which nbdev-readme needs, is not always there)."
import re
from pathlib import Path
from nbconvert import MarkdownExporter

root = Path(__file__).parent.parent
text, _ = MarkdownExporter().from_filename(str(root/'nbs'/'index.ipynb'))
text = re.sub(r'^#\|.*\n', '', text, flags=re.M)  # nbdev's directives
text = text.replace('](images/', '](nbs/images/')
(root/'README.md').write_text(text.strip() + '\n')
