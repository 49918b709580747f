"""The app a councillor or clerk uses: command line, screens and the services behind them."""

__version__ = "0.1.0"
