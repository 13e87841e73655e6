"The cut of the house: what each module imports, and its size. Exit code 1 where a rule is broken."
import ast
import io
import json
import re
import statistics
import sys
from pathlib import Path

import pyflakes.api
import pyflakes.reporter

ROOT = Path(__file__).parent.parent
ASIDE = {  # module without a number -> (what it may import of the library, who may import it; None: everybody)
    'style': (set(), None),
    'files': (set(), None),
    'answers': ({'files', 'images'}, {'evaluation', 'bundle', 'serve', 'cli', 'all'}),
    'bench': ({'models'}, set()),
    'checklist': ({'images', 'model_dir', 'evaluation', 'intervals', 'calibration'}, {'report', 'bundle', 'cli', 'all'}),
    'papers': ({'images', 'colour'}, {'samples', 'recipes', 'report'}),
    'draw.scene': ({'images', 'colour', 'style'}, {'draw.conditions', 'draw.views', 'samples'}),
    'draw.conditions': ({'images', 'colour', 'style', 'draw.scene'}, {'samples'}),
    'draw.views': ({'images', 'colour', 'style', 'draw.scene'}, {'samples'}),
    'samples': ({'files', 'images', 'colour', 'style', 'papers', 'draw.scene', 'draw.conditions', 'draw.views'},
                {'recipes', 'cli'})}


def notebooks():
    "The library's notebooks: module -> (number or None, path, code cells)."
    found = {}
    for path in sorted((ROOT/'nbs').rglob('*.ipynb')):
        cells = [''.join(c['source']) for c in json.loads(path.read_text())['cells'] if c['cell_type'] == 'code']
        module = next((m[1] for c in cells if (m := re.match(r'#\|\s*default_exp\s+(\S+)', c))), None)
        number = re.match(r'\d+', path.name)
        if module: found[module] = int(number[0]) if number else None, path, cells
    return found


def imports(source, package):
    "(module of the library, name) of every import in a piece of code, also inside functions."
    for node in ast.walk(ast.parse(re.sub(r'^(\s*)[%!].*$', r'\1pass', source, flags=re.M))):
        if isinstance(node, ast.Import):
            yield from ((a.name.removeprefix('dermnb.'), None) for a in node.names if a.name.startswith('dermnb.'))
        if not isinstance(node, ast.ImportFrom): continue
        base = package[:len(package) + 1 - node.level] if node.level else []
        full = '.'.join([*base, *filter(None, [node.module])])
        if full == 'dermnb' or full.startswith('dermnb.'): yield from ((full[7:], a.name) for a in node.names)


def faults(rooms):
    "A sentence for every import that the rules forbid."
    for module, (number, path, cells) in rooms.items():
        source = (ROOT/'dermnb'/f'{module.replace(".", "/")}.py').read_text()
        package = ['dermnb', *module.split('.')[:-1]]
        for used, name in imports(source, package):
            if used not in rooms: continue
            if name and name.startswith('_'): yield f'{module} imports the private name {used}.{name}'
            if used in ASIDE:
                known_to = ASIDE[used][1]
                if known_to is not None and module not in known_to: yield f'{module} imports {used}, which only {sorted(known_to)} may'
            elif module in ASIDE:
                if used not in ASIDE[module][0]: yield f'{module} imports {used}; it may import {sorted(ASIDE[module][0])}'
            elif rooms[used][0] >= number: yield f'{module} ({number}) imports {used} ({rooms[used][0]}), which a reader has not met yet'
    for path in sorted((ROOT/'nbs').rglob('*.ipynb')):
        for cell in json.loads(path.read_text())['cells']:
            if cell['cell_type'] != 'code' or ''.join(cell['source']).startswith('%%'): continue
            for used, name in imports(''.join(cell['source']), ['dermnb']):
                if name and name.startswith('_'): yield f'{path.name} imports the private name {used}.{name}'


def loose_names():
    """A sentence for every name that a module uses and does not have, which a lesson's star imports would hide, and for
    every import that it does not use; one with a comment is for its effect."""
    modules = [f for f in (ROOT/'dermnb').rglob('*.py') if f.name not in ('all.py', '__init__.py', '_modidx.py')]
    for file in sorted(modules):
        source, said = file.read_text(), io.StringIO()
        pyflakes.api.check(source, str(file.relative_to(ROOT)), pyflakes.reporter.Reporter(said, said))
        lines = source.splitlines()
        for line in said.getvalue().splitlines():
            found = re.match(r'[^:]+:(\d+):', line)
            by_design = found and re.search(r'imported but unused', line) and '#' in lines[int(found[1]) - 1]
            if re.search('undefined name|imported but unused|redefinition', line) and not by_design: yield line


def table(rooms):
    "A line for each module: lines, public names, characters of an exported cell, lines beyond 120 columns."
    print(f'{"module":18}{"lines":>7}{"names":>7}{"cells":>7}{"chars":>7}{"> 120":>7}')
    every, wide, total = [], 0, 0
    for module, (number, _, cells) in rooms.items():
        source = (ROOT/'dermnb'/f'{module.replace(".", "/")}.py').read_text()
        public = re.search(r'__all__ = \[(.*?)\]', source, re.S)
        exported = [c for c in cells if re.match(r'#\|\s*exporti?\b', c)]
        lines = [line for c in exported for line in c.splitlines() if line.strip()]
        beyond = sum(len(line) > 120 for line in lines)
        every += map(len, exported)
        wide, total = wide + beyond, total + len(lines)
        names = len(re.findall(r"'\w+'", public[1])) if public else 0
        print(f'{module:18}{len(source.splitlines()):7}{names:7}{len(exported):7}{statistics.mean(map(len, exported)):7.0f}{beyond:7}')
    print(f'{len(every)} exported cells, mean {statistics.mean(every):.0f} characters; {100*wide/total:.1f}% of lines beyond 120 columns')


if __name__ == '__main__':
    rooms = notebooks()
    table(rooms)
    broken = [*faults(rooms), *loose_names()]
    print(*broken, sep='\n')
    sys.exit(bool(broken))
