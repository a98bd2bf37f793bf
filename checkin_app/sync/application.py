"""The hub as Starlette serves it: requests in, the desk's answers out, and the stream."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from msgspec import to_builtins
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from checkin_app import __version__
from checkin_app.domain.ids import StationId
from checkin_app.domain.problem import Problem
from checkin_app.domain.sync import wire
from checkin_app.domain.sync.messages import FULL, LONGEST, MOST, Answer, Answers, Batch, Offer
from checkin_app.services.ports.newest import NewestSource
from checkin_app.sync.description import DESCRIPTION
from checkin_app.sync.desk import SHORT_BODY, Got, HubDesk, Refusal, most_of, not_stored
from checkin_app.sync.feed import Feed, Listener
from checkin_app.sync.intake import Intake
from checkin_app.sync.limits import Room, Share
from checkin_app.sync.phones.desk import PhoneDesk
from checkin_app.sync.phones.routes import PhoneRoutes
from checkin_app.sync.signed import Asked
from checkin_app.sync.statements import written

T = TypeVar("T")
#: Threads that answer: SQLite reads beside one another, and writes one after the other.
_THREADS = 6
#: Those that answer phones: however many look, no laptop waits for a thread.
_PHONE_THREADS = 2
#: Seconds after which whoever listens hears that the hub is still there.
_STILL_THERE = 5.0
#: Seconds for which one who cannot be streamed to waits for news.
_WAITED = 20.0
_HELLO, _STILL = b": hello\n\n", b": still here\n\n"
#: Bytes of long requests that a hub holds at a time, since only the whole of one proves whose it is.  Sixty laptops that
#: each bring a full message at once take half of it; of one that is named there is room for the longest and another.
_ROOM, _ROOM_OF_ONE = 8 * LONGEST, LONGEST + FULL
#: Seconds after which whoever asked too much may ask again.
_AGAIN = "5"
_TOO_MUCH = frozenset({429, 503})
_HEADERS = {"cache-control": "no-store", "x-content-type-options": "nosniff"}

Answering = Callable[[Got], object]


class HubApplication:
    """What a server serves; its loop is that of the server."""

    def __init__(self, desk: HubDesk, newest: NewestSource, phones: PhoneDesk) -> None:
        self._desk, self._source = desk, newest
        self._threads = ThreadPoolExecutor(_THREADS, "hub")
        self._phone_threads = ThreadPoolExecutor(_PHONE_THREADS, "phones")
        self.feed = Feed(self._newest, self._after, self._takes_part)
        self._intake = Intake(self._take)
        self.room = Room(_ROOM, _ROOM_OF_ONE)
        self._waiting: dict[str, Listener] = {}
        self._beginning = asyncio.Lock()
        self._phones = PhoneRoutes(phones, self._run_for_phones, desk.count)
        self.asgi = Starlette(routes=[*self._routes(), *self._phones.routes()])
        # A request is meant for the path that it names: laptops sign that.
        self.asgi.router.redirect_slashes = False

    def close(self) -> None:
        """End the threads that answer; nobody asks any more."""
        self._threads.shutdown()
        self._phone_threads.shutdown()

    def _routes(self) -> list[Route]:
        desk = self._desk
        answers: Mapping[str, Answering] = {
            "/v1/pair": desk.pair,
            "/v1/reveal": desk.reveal,
            "/v1/invited": desk.invited,
            "/v1/enrol": desk.enrol,
            "/v1/standing": desk.standing,
            "/v1/keys": desk.keys,
            "/v1/report": desk.report,
        }
        return [
            Route("/v1/health", self._health, methods=["GET"]),
            Route("/v1/time", self._time, methods=["GET"]),
            Route("/v1/hub", self._hub, methods=["GET"]),
            Route("/v1/openapi.json", self._description, methods=["GET"]),
            Route("/v1/metrics", self._metrics, methods=["GET"]),
            Route("/v1/stream", self._stream, methods=["GET"]),
            Route("/v1/news", self._news, methods=["GET"]),
            Route("/v1/exchange", self._exchange, methods=["POST"]),
            *(Route(path, partial(self._json, answer), methods=["POST"]) for path, answer in answers.items()),
        ]

    # ---- what anybody may ask

    async def _health(self, _request: Request) -> Response:
        forum = self._desk.station.forum.id
        return JSONResponse({"ok": True, "version": __version__, "forum": forum}, headers=_HEADERS)

    async def _time(self, _request: Request) -> Response:
        received = self._desk.now()
        return JSONResponse({"received": received, "answered": self._desk.now()}, headers=_HEADERS)

    async def _hub(self, _request: Request) -> Response:
        said = await self._run(self._desk.statement)
        return JSONResponse(to_builtins(written(said)), headers=_HEADERS)

    async def _description(self, _request: Request) -> Response:
        return JSONResponse(DESCRIPTION, headers=_HEADERS)

    # ---- what is answered by the desk

    async def _json(self, answer: Answering, request: Request) -> Response:
        return await self._answered(request, lambda got: JSONResponse(to_builtins(answer(got)), headers=_HEADERS))

    async def _metrics(self, request: Request) -> Response:
        def answer(got: Got) -> Response:
            figures = (
                f"{self._desk.metrics(got)}checkin_listeners {self.feed.listening}\ncheckin_streamed {self.feed.sent}\n"
            )
            return PlainTextResponse(figures, headers=_HEADERS)

        return await self._answered(request, answer)

    async def _exchange(self, request: Request) -> Response:
        async def begin(got: Got) -> Response:
            match asked := await self._run(self._desk.asked, got):
                case Offer(batch):
                    content = wire.encoded(Answers(tuple(await self._intake.take(batch))))
                    self.feed.ring()
                case _:
                    content = await self._run(self._desk.answer, asked)
            return Response(content, media_type="application/octet-stream", headers=_HEADERS)

        return await self._begun(request, begin)

    async def _take(self, batch: Batch) -> Sequence[Answer]:
        return await self._run(self._desk.take, batch)

    async def _answered(self, request: Request, answer: Callable[[Got], Response]) -> Response:
        path = request.url.path
        try:
            with self.room.share() as share:
                response = await self._run(answer, await self._got(request, share))
        except (Refusal, Problem) as trouble:
            return self._refused(path, trouble)
        self._desk.count(path)
        return response

    # ---- news

    async def _stream(self, request: Request) -> Response:
        async def begin(got: Got) -> Response:
            who = await self._run(self._desk.member, got)
            return StreamingResponse(
                self._events(await self.feed.listen(who.station)), media_type="text/event-stream", headers=_HEADERS
            )

        return await self._begun(request, begin)

    async def _events(self, listener: Listener) -> AsyncIterator[bytes]:
        try:
            yield _HELLO
            while True:
                try:
                    event = await asyncio.wait_for(listener.queue.get(), _STILL_THERE)
                except TimeoutError:
                    if not await self._takes_part(listener.station):
                        return
                    yield _STILL
                else:
                    if event is None:
                        return
                    yield event
        except Problem:
            return  # whoever listened asks for all they lack
        finally:
            self.feed.leave(listener)

    async def _news(self, request: Request) -> Response:
        """Answer with what came since the same station asked last, as soon as anything does."""

        async def begin(got: Got) -> Response:
            who = await self._run(self._desk.member, got)
            listener = await self._waiting_one(who.station, request.query_params.get("after", ""))
            try:
                first = await asyncio.wait_for(listener.queue.get(), _WAITED)
            except TimeoutError:
                first = b""
            some = [first] if first is not None else []
            while not listener.queue.empty():
                if event := listener.queue.get_nowait():
                    some.append(event)
            return Response(b"".join(some), media_type="text/event-stream", headers=_HEADERS)

        return await self._begun(request, begin)

    async def _waiting_one(self, station: StationId, name: str) -> Listener:
        """Return what a station that waits has waiting; one that begins to is told nothing of before."""
        key = f"{station} {name[:32]}"
        async with self._beginning:  # two that ask at the same time wait by one
            found = self._waiting.get(key)
            if found is None or not self.feed.has(found):
                for stale in [each for each in self._waiting if each.startswith(station)]:
                    self.feed.leave(self._waiting.pop(stale))
                found = self._waiting[key] = await self.feed.listen(station)
        return found

    async def _begun(self, request: Request, begin: Callable[[Got], Awaitable[Response]]) -> Response:
        path = request.url.path
        try:
            with self.room.share() as share:
                response = await begin(await self._got(request, share))
        except (Refusal, Problem) as trouble:
            return self._refused(path, trouble)
        self._desk.count(path)
        return response

    async def _takes_part(self, station: StationId) -> bool:
        return await self._run(self._desk.takes_part, station)

    async def _got(self, request: Request, share: Share) -> Got:
        """Return the request with its body, of which no more is read than whoever names themselves in it may send."""
        path, body = request.url.path, bytearray()
        target = path + (f"?{request.url.query}" if request.url.query else "")
        most, named, held = SHORT_BODY, "", 0
        try:
            async for part in request.stream():
                body += part
                if most < len(body) <= most_of(path):
                    named = await self._run(self._desk.may_send_much, request.headers)
                    most = most_of(path)
                if len(body) > most:
                    raise Refusal(413, "too_large", "The request is too large.")
                if named:
                    if not share.takes(named, len(body) - held):
                        raise Refusal(503, "no_room", "Too much is being sent at once; send it again later.")
                    held = len(body)
        except ClientDisconnect as gone:
            raise Refusal(400, "cut", "The request was cut off.") from gone
        address = request.client.host if request.client else ""
        return Got(Asked(request.method, target, bytes(body)), request.headers, address)

    def _refused(self, path: str, trouble: Refusal | Problem) -> Response:
        refusal = trouble if isinstance(trouble, Refusal) else not_stored(trouble)
        self._desk.count(path, refusal.key)
        content = {"refused": refusal.key, "detail": refusal.detail, "now": self._desk.now()}
        later = {"retry-after": _AGAIN} if refusal.status in _TOO_MUCH else {}
        return JSONResponse(content, refusal.status, headers={**_HEADERS, **later})

    async def _newest(self) -> int:
        return await self._run(self._source.newest_arrival)

    async def _after(self, place: int) -> tuple[int, Batch]:
        def read() -> tuple[int, Batch]:
            newest = self._source.arrived_after(place, MOST)
            log = self._desk.station.merging.log
            documents = log.documents_of(newest.facts, FULL) if newest.facts else {}
            return newest.arrival, Batch(newest.facts, tuple(documents.values()))

        return await self._run(read)

    async def _run(self, work: Callable[..., T], *given: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, partial(work, *given))

    async def _run_for_phones(self, work: Callable[..., T], *given: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._phone_threads, partial(work, *given))
