"""The app without a screen: every journey, awaitable, with no Textual in sight."""
