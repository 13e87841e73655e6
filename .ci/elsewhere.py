"""Run lessons as somebody does who has the installed package and one notebook: each in a process and an empty folder of
its own. A line a notebook: seconds and peak of memory. Exit code 1 where one fails or needs more than Colab has."""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dermnb.style import RUN_NOTEBOOK

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 6.  # GB; Colab has 12


def run(path):
    "Name, exit code, seconds, peak memory in GB, and the end of what one notebook printed."
    folder = Path(tempfile.mkdtemp(prefix='elsewhere_'))
    shutil.copy(path, folder)
    env = {k: v for k, v in os.environ.items() if k != 'PYTHONPATH'}
    start = time.time()
    with open(folder/'said.txt', 'w+b') as said:
        child = subprocess.Popen([sys.executable, '-c', RUN_NOTEBOOK, path.name], cwd=folder, env=env, stdout=said, stderr=said)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode(errors='replace')
    shutil.rmtree(folder, ignore_errors=True)
    return path.relative_to(ROOT/'nbs'), child.returncode, time.time() - start, used.ru_maxrss / 2**20, text[-3000:]


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('notebook', nargs='*', type=Path, help='default: all')
    p.add_argument('--jobs', type=int, default=os.cpu_count())
    options = p.parse_args()
    every = sorted((ROOT/'nbs').rglob('*.ipynb'))
    chosen = [n.resolve() for n in options.notebook] or [n for n in every if n.stem != 'index']
    bad, peaks = 0, {}
    with ThreadPoolExecutor(options.jobs) as pool:
        for name, code, seconds, peak, said in pool.map(run, chosen):
            wrong = code != 0 or peak > LIMIT
            bad, peaks[name] = bad + wrong, peak
            print(f'{"FAILED" if wrong else "ok"}: {name}, {seconds:.0f} s, {peak:.1f} GB', flush=True)
            if code: print(said, flush=True)
    most = max(peaks, key=peaks.get)
    print(f'{len(chosen) - bad} of {len(chosen)} notebooks run elsewhere; most memory: {most}, {peaks[most]:.1f} GB')
    return bool(bad)


if __name__ == '__main__': sys.exit(main())
