"""The phones' page as Starlette serves it: nothing of it is kept, framed, sent elsewhere or run from elsewhere."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Protocol

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from checkin_app.domain.phones import PAGE, SIGN_IN
from checkin_app.sync.phones import look
from checkin_app.sync.phones.desk import BUS, PART, PhoneAnswer, PhoneAsked, PhoneDesk
from checkin_app.sync.phones.frame import ICON, LANGUAGE, MISSING, SCRIPT, SIGN_OUT, STYLE

#: Bytes of a form: a code.
_LONGEST_FORM = 1024
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_ELSEWHERE = frozenset({"cross-site", "same-site"})

Answering = Callable[[PhoneAsked], PhoneAnswer]


class Run(Protocol):
    """Runs what may wait in a thread of its own."""

    def __call__(self, work: Answering, asked: PhoneAsked, /) -> Awaitable[PhoneAnswer]: ...


class Count(Protocol):
    """Counts an answer, and why it was none."""

    def __call__(self, path: str, refused: str = "", /) -> None: ...


class PhoneRoutes:
    """Where phones are answered; out of the description, which is for programs."""

    def __init__(self, desk: PhoneDesk, run: Run, count: Count) -> None:
        self._desk, self._run, self._count = desk, run, count

    def routes(self) -> list[Route]:
        desk = self._desk
        looked: dict[str, Answering] = {
            PAGE: desk.buses,
            MISSING: desk.missing,
            f"{PAGE}/bus/{{{BUS}}}": desk.bus,
            f"{PAGE}/bus/{{{BUS}}}/{{{PART}}}": desk.bus,
            SIGN_IN: desk.asked_in,
            LANGUAGE: desk.speak,
        }
        done: dict[str, Answering] = {SIGN_IN: desk.sign_in, SIGN_OUT: desk.sign_out}
        files = {
            STYLE: (look.style, "text/css"),
            SCRIPT: (look.script, "text/javascript"),
            ICON: (look.icon, "image/svg+xml"),
        }
        return [
            _route("/", self._start),
            *(_route(path, partial(self._file, text, kind)) for path, (text, kind) in files.items()),
            *(_route(path, partial(self._answered, path, answer)) for path, answer in looked.items()),
            *(_route(path, partial(self._answered, path, answer), "POST") for path, answer in done.items()),
        ]

    async def _start(self, _request: Request) -> Response:
        return RedirectResponse(PAGE, 303, headers=_HEADERS)

    async def _file(self, text: Callable[[], str], kind: str, _request: Request) -> Response:
        return Response(text(), media_type=kind, headers=_HEADERS)

    async def _answered(self, path: str, answer: Answering, request: Request) -> Response:
        if request.method == "POST" and request.headers.get("sec-fetch-site", "") in _ELSEWHERE:
            return Response(status_code=403, headers=_HEADERS)
        answered = await self._run(answer, await _asked(request))
        self._count(path, answered.refused)
        return _response(answered)


def _route(path: str, answer: Callable[[Request], Awaitable[Response]], method: str = "GET") -> Route:
    return Route(path, answer, methods=[method], include_in_schema=False, max_body_size=_LONGEST_FORM)


async def _asked(request: Request) -> PhoneAsked:
    path, query = request.url.path, request.url.query
    return PhoneAsked(
        target=f"{path}?{query}" if query else path,
        address=request.client.host if request.client else "",
        path=request.path_params,
        query=dict(request.query_params),
        cookies=request.cookies,
        accepted=request.headers.get("accept-language", ""),
        body=await request.body(),
    )


def _response(answered: PhoneAnswer) -> Response:
    response = (
        RedirectResponse(answered.to, 303, headers=_HEADERS)
        if answered.to
        else Response(answered.page, answered.status, headers=_HEADERS, media_type="text/html")
    )
    for each in answered.cookies:
        response.set_cookie(
            each.name, each.value, max_age=each.seconds, path="/", secure=True, httponly=True, samesite="strict"
        )
    return response
