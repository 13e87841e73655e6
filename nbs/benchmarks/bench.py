"What the benchmarks share: methods that take turns, ratios made round by round, one table of results, and the peer's learner."
import os, platform, time
from importlib.metadata import version
from pathlib import Path
import pandas as pd, torch, torchvision
from fastai.vision.all import (BalancedAccuracy, F1Score, ImageDataLoaders, Normalize, Resize, accuracy, aug_transforms, imagenet_stats,
                               vision_learner)
from dermnb.models import lite0_weights, carry_over

FULL = os.environ.get('DERMNB_FULL') == '1' or torch.cuda.is_available()  # otherwise a short form, which shows that the cells run
RESULTS = Path(__file__).with_name('results.csv')

def machine() -> str:
    "What the timings were made on."
    cpu = next((l.split(':')[1].strip() for l in open('/proc/cpuinfo') if l.startswith('model name')), '') if os.path.exists('/proc/cpuinfo') else ''
    flags = torch.backends.cpu.get_cpu_capability()
    device = torch.cuda.get_device_name() if torch.cuda.is_available() else f'{cpu or platform.processor()} ({flags}), {torch.get_num_threads()} threads'
    return f'{device}; torch {version("torch").split("+")[0]}, fastai {version("fastai")}, Python {platform.python_version()}'

def alternate(
    methods: dict, # name → function without arguments; one that returns a number has timed itself
    rounds: int = 5,
    warm: int = 1, # rounds before these that do not count
) -> pd.DataFrame: # seconds, a row a round
    "Let methods take turns, so that a machine that slows down slows all of them."
    def once(f):
        if torch.cuda.is_available(): torch.cuda.synchronize()
        start = time.perf_counter(); own = f()
        if torch.cuda.is_available(): torch.cuda.synchronize()
        return own if isinstance(own, float) else time.perf_counter() - start
    return pd.DataFrame([{name: once(f) for name, f in methods.items()} for _ in range(warm + rounds)][warm:])

def compare_times(
    times: pd.DataFrame, # from `alternate`
    base: str, # the method that the others are divided by
) -> pd.DataFrame: # median seconds, and the median, least and greatest of the ratios of each round
    "How long each method takes, and how many times as long as `base`."
    ratio = times.div(times[base], axis=0)
    return pd.DataFrame({'seconds': times.median(), f'time / {base}': ratio.median(), 'least': ratio.min(), 'greatest': ratio.max()}).round(3)

def _number(v): return f'{v:.2g}' if abs(v) < .01 else f'{v:.2f}'

def record(
    question: str, # what was measured
    figure, # a number, or one a round
    wanted: str, # e.g. '>= 18'
) -> str: # a sentence
    "Judge a figure, and keep it in results.csv beside what was wanted and the machine."
    figure = pd.Series(figure, dtype=float)
    sign, limit = wanted.split(); value = figure.median()
    met = value >= float(limit) if sign == '>=' else value <= float(limit)
    if FULL:  # short forms are neither kept nor judged
        row = dict(question=question, figure=value, least=figure.min(), greatest=figure.max(), wanted=wanted, met=met, machine=machine())
        old = pd.read_csv(RESULTS) if RESULTS.exists() else pd.DataFrame(columns=list(row))
        device = old.machine.str.split(';').str[0] == row['machine'].split(';')[0]
        rows = [*old[~((old.question == question) & device)].to_dict('records'), row]
        pd.DataFrame(rows).to_csv(RESULTS, index=False, float_format='%.4g')
    spread = f' ({_number(figure.min())} to {_number(figure.max())})' if len(figure) > 1 else ''
    return f'{question}: {_number(value)}{spread}, wanted {wanted}: ' + (('met' if met else 'NOT met') if FULL else 'short form, not judged')

def fastai_learner(
    catalog: pd.DataFrame, # with `is_valid`
    arch: str = 'tf_efficientnet_lite0',
    size: int = 128, # px
    bs: int = 64,
):
    "What a fastai user would write, frozen. Its timm route asks a hub for weights, so those of EfficientNet-Lite0 are put in by hand."
    lite0 = arch == 'tf_efficientnet_lite0'
    dls = ImageDataLoaders.from_df(catalog, path='/', fn_col='image', label_col='label', valid_col='is_valid', bs=bs,
                                   item_tfms=Resize(size), batch_tfms=aug_transforms(flip_vert=True))
    learn = vision_learner(dls, arch if lite0 else torchvision.models.get_model_builder(arch), pretrained=False,
                           metrics=[accuracy, BalancedAccuracy(), F1Score(average='macro')])
    stats = imagenet_stats
    if lite0:
        carry_over(learn.model[0].model, lite0_weights())
        stats = [.5]*3, [.5]*3  # timm's for this network, which fastai would take
    learn.dls.add_tfms([Normalize.from_stats(*stats)], 'after_batch')
    learn.freeze()
    return learn

def as_markdown(results: pd.DataFrame) -> str: # rows of results.csv
    "A table for README.md."
    def row(r):
        spread = f' ({_number(r.least)} to {_number(r.greatest)})' if r.greatest > r.least else ''
        return f"| {r.question} | {_number(r.figure)}{spread} | {r.wanted}{'' if r.met else ', not met'} |"
    return '\n'.join(['| what | median (least to greatest) | wanted |', '|---|---|---|', *map(row, results.itertuples())])
