"""The app in a browser, through textual-serve, behind a token.

What is served is a person's desk, so nobody gets in by being on the same machine or network alone: the first
request must bring the token that was printed, and from then on a cookie stands for it. A page of another
site cannot get in either: its name is not among the host's names (DNS rebinding), and a websocket must
come from a page of ours. Nothing is fetched from elsewhere.
"""

from __future__ import annotations

import asyncio
import ipaddress
import secrets
import shlex
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from importlib.resources import files
from urllib.parse import urlsplit

import aiohttp_jinja2
from aiohttp import web
from textual_serve.server import Server, to_int

from scrutiny_tui.services.errors import ServiceError

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_ANY = frozenset({"0.0.0.0", "::", ""})
_LEAST_FONT, _USUAL_FONT, _MOST_FONT = 8, 16, 48
_STOPPING = 2.0
"""Seconds the apps of open tabs get to close."""
_STRANGER = "This is somebody's desk. Open the address that scrutiny serve printed, with its token."
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        "font-src 'self'; img-src 'self' data:; connect-src 'self' {socket}; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class GuardedServer(Server):
    """Serves the app to who has the token.

    Attributes:
        token: what the first request must bring.
    """

    def __init__(self, arguments: Sequence[str], host: str, port: int) -> None:
        """Run the command line `arguments` for each tab."""
        line = subprocess.list2cmdline(arguments) if sys.platform == "win32" else shlex.join(arguments)
        pages = str(files("scrutiny_tui") / "web")
        super().__init__(line, host=host, port=port, title="Scrutiny", templates_path=pages)
        self.token = secrets.token_urlsafe(32)
        self._session = secrets.token_urlsafe(32)

    async def make_app(self) -> web.Application:
        """Make the web application, guarded."""
        app = await self._make_app()
        app.middlewares.append(self._guard)
        app.on_response_prepare.append(_shield)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Print nothing: the command does, with the token."""

    async def handle_index(self, request: web.Request) -> web.Response:
        """Give the page, whose addresses are those it was asked for by."""
        size = to_int(request.query.get("fontsize", ""), _USUAL_FONT)
        scheme = "wss" if request.scheme == "https" else "ws"
        context = {
            "font_size": min(max(size, _LEAST_FONT), _MOST_FONT),
            "app_websocket_url": f"{scheme}://{request.host}/ws",
            "config": {"static": {"url": "/static/"}},
            "application": {"name": self.title},
        }
        return aiohttp_jinja2.render_template("app_index.html", request, context)

    @property
    def _cookie(self) -> str:
        """Cookies are the host's, whatever the port: two servers on one machine need two names."""
        return f"scrutiny-{self.port}"

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not self._is_ours(request.host):
            raise web.HTTPForbidden(text="This address is not one that scrutiny serve answers to.")
        if request.path == "/" and "token" in request.query:
            return self._let_in(request)
        if not _same(request.cookies.get(self._cookie, ""), self._session):
            raise web.HTTPForbidden(text=_STRANGER)
        if request.path == "/ws" and request.headers.get("Origin") != f"{request.scheme}://{request.host}":
            raise web.HTTPForbidden(text="Another site's page may not open the app.")
        return await handler(request)

    def _let_in(self, request: web.Request) -> web.Response:
        """Take the token out of the address bar, for a cookie."""
        if not _same(request.query["token"], self.token):
            raise web.HTTPForbidden(text=_STRANGER)
        answer = web.Response(status=303, headers={"Location": "/"})
        secure = request.scheme == "https"
        answer.set_cookie(self._cookie, self._session, httponly=True, samesite="Lax", path="/", secure=secure)
        return answer

    def _is_ours(self, asked: str) -> bool:
        """Whether a request names us by a name of ours; the port may be a tunnel's."""
        try:
            name = urlsplit(f"//{asked}").hostname or ""
        except ValueError:
            return False
        if name in _LOOPBACK or name == self.host.casefold():
            return True
        return self.host in _ANY and (_is_address(name) or name == socket.gethostname().casefold())


async def serve(server: GuardedServer, announce: Callable[[str], None]) -> None:
    """Serve until cancelled; `announce` is told the address to open, with its token.

    Raises:
        ServiceError: the address cannot be listened on.
    """
    runner = web.AppRunner(await server.make_app(), shutdown_timeout=_STOPPING)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, server.host, server.port).start()
        except OSError as error:
            raise ServiceError(
                f"Cannot listen on {server.host}, port {server.port} ({error.strerror or error}). "
                "Choose another port with --port, or 0 for any that is free."
            ) from error
        server.port = runner.addresses[0][1]
        shown = "127.0.0.1" if server.host in _ANY else server.host
        name = f"[{shown}]" if ":" in shown else shown
        announce(f"http://{name}:{server.port}/?token={server.token}")
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


async def _shield(request: web.Request, response: web.StreamResponse) -> None:
    """Keep what is served from being kept, framed, sniffed at or sent on."""
    for name, value in _HEADERS.items():
        response.headers[name] = value.replace("{socket}", f"ws://{request.host} wss://{request.host}")


def _same(given: str, secret: str) -> bool:
    return secrets.compare_digest(given.encode(errors="replace"), secret.encode())


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
