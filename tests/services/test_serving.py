"""`scrutiny serve` lets nobody in without its token, by another name, or from another site's page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import CookieJar, WSServerHandshakeError
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from scrutiny_tui.serving import GuardedServer, is_loopback
from tests.services.samples import Scrutiny

Client = TestClient[Request, Application]
NO_APP = ["no-app"]


class NoApp:
    """Stands where textual-serve starts the app for a tab."""

    def __init__(self, command: str, **_: Any) -> None:
        self.command = command

    async def start(self, width: int, height: int) -> None:
        assert (self.command, width, height) == ("no-app", 133, 29)

    async def stop(self) -> None:
        pass


@pytest.fixture
def server() -> GuardedServer:
    return GuardedServer(NO_APP, "127.0.0.1", 8010)


@pytest.fixture
async def client(server: GuardedServer) -> AsyncIterator[Client]:
    jar = CookieJar(unsafe=True)  # cookies of an address, as browsers keep them
    async with TestClient(TestServer(await server.make_app()), cookie_jar=jar) as made:
        yield made


async def test_nobody_gets_in_without_the_token(client: Client) -> None:
    for path in ("/", "/?token=", "/?token=%C3%A9%00guess", "/ws", "/static/js/textual.js", "/download/x"):
        answer = await client.get(path)
        assert answer.status == 403, path
        assert not answer.cookies


async def test_the_token_opens_the_door_and_leaves_the_address_bar(
    client: Client, server: GuardedServer
) -> None:
    answer = await client.get("/", params={"token": server.token}, allow_redirects=False)
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    (cookie,) = answer.cookies.values()
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert server.token not in cookie.value
    page = await client.get("/")
    text = await page.text()
    assert page.status == 200
    assert f"ws://{page.url.host}:{page.url.port}/ws" in text
    assert "https://" not in text  # nothing is fetched from elsewhere
    assert page.headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    font = await client.get("/static/fonts/RobotoMono-VariableFont_wght.ttf")
    assert font.status == 200


async def test_a_name_that_is_not_ours_is_refused_even_with_the_token(
    client: Client, server: GuardedServer
) -> None:
    for name in ("rebound.example", "rebound.example:8010", "127.0.0.1.rebound.example", "[::bad", "0.0.0.0"):
        answer = await client.get("/", params={"token": server.token}, headers={"Host": name})
        assert answer.status == 403, name
    tunnel = await client.get(
        "/", params={"token": server.token}, headers={"Host": "localhost:9000"}, allow_redirects=False
    )
    assert tunnel.status == 303


async def test_a_websocket_needs_the_cookie_and_a_page_of_ours(
    client: Client, server: GuardedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual_serve.server.AppService", NoApp)
    own = str(client.make_url("/")).rstrip("/")
    with pytest.raises(WSServerHandshakeError, match="403"):
        await client.ws_connect("/ws", headers={"Origin": own})
    await client.get("/", params={"token": server.token})
    for origin in (
        {},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
    ):
        with pytest.raises(WSServerHandshakeError, match="403"):
            await client.ws_connect("/ws", headers=origin)
    async with client.ws_connect("/ws?width=133&height=29", headers={"Origin": own}) as socket:
        assert not socket.closed


def test_every_address_of_a_machine_is_answered_only_when_told() -> None:
    everywhere = GuardedServer(NO_APP, "0.0.0.0", 8010)
    assert everywhere._is_ours("192.168.0.7:8010")
    assert not everywhere._is_ours("rebound.example:8010")
    assert [is_loopback(host) for host in ("localhost", "127.0.0.2", "::1", "0.0.0.0", "desk.example")] == [
        *(True, True, True),
        *(False, False),
    ]


def test_a_port_that_is_taken_is_said_in_a_line(scrutiny: Scrutiny) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        answer = scrutiny("serve", "--port", taken.getsockname()[1])
    assert answer.status == 1
    assert "Choose another port" in answer.err
