"""A server on this machine, for tests of downloads: files, redirections, and broken connections."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Loopback:
    """What the server gives out by path, and what it was asked for.

    files: path -> bytes. redirections: path -> address. broken: paths of which only half comes.
    """

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    redirections: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)


@contextmanager
def loopback() -> Iterator[Loopback]:
    """Serve until the block ends."""
    state = Loopback()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            state.asked.append(self.path)
            if self.path in state.redirections:
                self.send_response(302)
                self.send_header("Location", state.redirections[self.path])
                self.end_headers()
            elif self.path in state.files:
                content = state.files[self.path]
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                half = len(content) // 2
                self.wfile.write(content[:half] if self.path in state.broken else content)
            else:
                self.send_error(404)

        def log_message(self, *_arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
