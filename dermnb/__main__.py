"`python -m dermnb` is `dermnb`."
import sys

from dermnb.cli import main

sys.exit(main())
