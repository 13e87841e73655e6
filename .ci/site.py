"""The docs site, in `build/site/`: the README, the tour, every lesson with its outputs, and a reference of each module.
Fails where a link leads nowhere."""
import importlib
import inspect
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import yaml
from fastcore.docments import DocmentTbl
from fastcore.xtras import truncstr
from nbconvert import MarkdownExporter

ROOT = Path(__file__).parent.parent
PAGES, SITE = ROOT/'build'/'pages', ROOT/'build'/'site'
DIRECTIVE = re.compile(r'^#\|.*\n?', re.M)
GROUPS = {'': 'Lessons', 'draw': 'Drawn skin', 'reproductions': 'Reproductions', 'benchmarks': 'Benchmarks',
          'trials': 'Trials'}


def settings():
    "Name, description and address of the project, from settings.ini."
    text = (ROOT/'settings.ini').read_text()
    return {k: re.search(rf'^{k} = (.*)$', text, re.M)[1] for k in ('name', 'description', 'repository', 'author')}


def linked(text):
    "Links between notebooks and to files of the repository, as links between pages."
    text = re.sub(r'\]\((?!\w+:)([^)#\s]*?)\.ipynb(?=[)#])', r'](\1.md', text)
    text = re.sub(r'\]\((?!\w+:)([^)#\s]*)(#[^)\s]*)\)', lambda m: f']({m[1]}{m[2].lower()})', text)
    return re.sub(r'\[!\[Open in Colab\]\([^)]*\)\]\([^)]*\)', lambda m: m[0] + '{target=_blank}', text)


def lesson(path):
    "Write the page of a notebook, its outputs beside it; (module, title)."
    nb = nbformat.read(path, 4)
    module = next((m[1] for c in nb.cells if (m := re.match(r'#\|\s*default_exp\s+(\S+)', c.source))), None)
    nb.metadata.language_info = dict(name='python')  # which colours the code
    nb.cells = [c for c in nb.cells if not re.match(r'#\|\s*(hide|default_exp)', c.source)]
    for cell in nb.cells:
        if cell.cell_type == 'code': cell.source = DIRECTIVE.sub('', cell.source)
    out = PAGES/path.relative_to(ROOT/'nbs').with_suffix('.md')
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = f'{path.stem}_files'
    text, resources = MarkdownExporter().from_notebook_node(nb, dict(output_files_dir=folder, unique_key=path.stem))
    for name, data in resources['outputs'].items():
        (out.parent/name).parent.mkdir(exist_ok=True)
        (out.parent/name).write_bytes(data)
    title = re.search(r'^# (.*)$', text, re.M)
    out.write_text(linked(text))
    return module, title[1] if title else path.stem


def entry(name, thing):
    "The reference of one public name, as markdown."
    if not callable(thing):
        keys = ', '.join(f'`{k}`' for k in thing) if isinstance(thing, dict) else None
        return f'### {name}\n\n`{name}`' + (f': {keys}\n' if keys else f' = `{truncstr(repr(thing), 100)}`\n')
    kind = 'class' if inspect.isclass(thing) else 'def'
    try: table = DocmentTbl(thing)._repr_markdown_()
    except Exception: table = ''  # a class of C, or without a signature
    said = inspect.getdoc(thing) or ''
    return f'### {name}\n\n`{kind} {name}`\n\n{said}\n\n{table}\n'


def reference(module, page):
    "Write the page of a module's public names, with a link to its lesson."
    loaded = importlib.import_module(f'dermnb.{module}')
    names = [n for n in getattr(loaded, '__all__', ()) if hasattr(loaded, n)]
    if not names: return None
    back = f'The lesson that makes these, with examples: [{module}](../{page}).\n'
    entries = (entry(n, getattr(loaded, n)) for n in names)
    text = [f'# dermnb.{module}\n', f'{inspect.getdoc(loaded) or ""}\n', back, *entries]
    out = PAGES/'api'/f'{module}.md'
    out.parent.mkdir(exist_ok=True)
    out.write_text('\n'.join(text))
    return out


def main():
    for folder in (PAGES, SITE): shutil.rmtree(folder, ignore_errors=True)
    lessons, api = {title: [] for title in GROUPS.values()}, []
    for path in sorted((ROOT/'nbs').rglob('*.ipynb')):
        if '.ipynb_checkpoints' in path.parts or path.stem == 'index': continue
        module, title = lesson(path)
        page = path.relative_to(ROOT/'nbs').with_suffix('.md').as_posix()
        group = GROUPS[path.parent.relative_to(ROOT/'nbs').as_posix().strip('.')]
        if path.stem != '00_tour': lessons[group].append({title: page})
        out = reference(module, page) if module and module != 'all' else None
        if out: api.append({module: out.relative_to(PAGES).as_posix()})
    readme = (ROOT/'README.md').read_text().replace('](nbs/', '](')
    (PAGES/'index.md').write_text(linked(readme))
    shutil.copytree(ROOT/'nbs/images', PAGES/'images')
    (PAGES/'wide.css').write_text('.md-grid { max-width: 90rem; }\n')  # code has 120 columns
    about = settings()
    nav = dict(Home='index.md', Tour='00_tour.md') | lessons | dict(Reference=api)
    config = dict(site_name=about['name'], site_description=about['description'], site_author=about['author'],
                  repo_url=about['repository'], docs_dir=str(PAGES), site_dir=str(SITE), use_directory_urls=False,
                  plugins=['search'], extra_css=['wide.css'],
                  theme=dict(name='material', font=False, palette=dict(scheme='default', primary='white'),
                             features=['navigation.tabs', 'navigation.top', 'content.code.copy']),
                  markdown_extensions=['tables', 'attr_list', 'md_in_html', 'toc', 'pymdownx.superfences',
                                       'pymdownx.highlight'],
                  validation=dict(links=dict(not_found='warn', anchors='warn', unrecognized_links='warn')),
                  nav=[{title: page} for title, page in nav.items()])
    (ROOT/'build'/'mkdocs.yml').write_text(yaml.safe_dump(config, sort_keys=False))
    build = [sys.executable, '-m', 'mkdocs', 'build', '--strict', '-f', ROOT/'build'/'mkdocs.yml']
    done = subprocess.run(build, env=os.environ | dict(NO_MKDOCS_2_WARNING='1'))
    pages = sum(1 for _ in SITE.rglob('*.html'))
    print(f'{pages} pages in {SITE.relative_to(ROOT)}/')
    sys.exit(done.returncode)


if __name__ == '__main__': main()
