"""Over TLS a site is who it says it is, though the number of its host is what is connected to."""

import shutil
import ssl
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tui.library.sources.answer import Unfetched
from tui.library.sources.fetcher import Fetcher

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make a certificate with")


def certified(folder: Path, site: Any, name: str) -> Path:
    """The site speaks TLS with a certificate for that name; the certificate."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    about = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    where = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*made, *about, *where], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    return certificate


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize(
    ("name", "known", "came"), [("localhost", True, True), ("localhost", False, False), ("other.example", True, False)]
)
def test_a_site_proves_who_it_is(
    site: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, known: bool, came: bool
) -> None:
    certificate = certified(tmp_path, site, name)
    if known:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    site.pages["/"] = b"words"
    address = site.at("/", "localhost").replace("http:", "https:")
    fetcher = Fetcher()
    if came:
        assert fetcher.get(address, typed=address).body == b"words"
    else:
        with pytest.raises(Unfetched, match="cannot prove who it is"):
            fetcher.get(address, typed=address)
    fetcher.close()
