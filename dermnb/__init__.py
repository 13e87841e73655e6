from importlib.metadata import version

__version__ = version(__name__)  # settings.ini is the only place to change it
