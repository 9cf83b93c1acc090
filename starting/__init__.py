"""What start.py does: the environment, the app, the tests. Standard library only, for nothing is installed yet."""
