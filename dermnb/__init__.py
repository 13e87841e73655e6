import warnings
from importlib.metadata import version

__version__ = version(__name__)  # settings.ini is the only place to change it

# raised inside fastai's own imports, whoever imports it first
for _said in ('.*torch.jit.script.* is deprecated', ".*'mode.chained_assignment' option is deprecated"):
    warnings.filterwarnings('ignore', _said)
