"""The environment becomes the proxy that an address is asked through, as other programs read it."""

from urllib.request import getproxies_environment

from tui.library.sources.address import Address, BadAddress, taken_apart
from tui.library.sources.answer import Unfetched
from tui.library.sources.hosts import is_public, numbers_of

_INSIDE = (".local", ".localhost", ".internal", ".lan", ".home", ".corp", ".intranet", ".home.arpa", ".onion")


def proxy_for(there: Address) -> Address | None:
    """The proxy of `http_proxy`, `https_proxy` or `all_proxy`, but for what `no_proxy` names. Raises Unfetched where it
    is none that is spoken here."""
    said = getproxies_environment()
    proxy = said.get(there.scheme) or said.get("all")
    if not proxy or is_spared(there, said.get("no", "")):
        return None
    try:
        found = taken_apart(proxy if "://" in proxy else f"http://{proxy}")
    except BadAddress as error:
        raise Unfetched(f"{there.scheme}_proxy is no address of a proxy; it looks like http://host:8080.") from error
    if found.scheme != "http":
        raise Unfetched(f"{there.scheme}_proxy must begin with http://: other proxies are not spoken here.")
    return found


def is_spared(there: Address, hosts: str) -> bool:
    """Whether `no_proxy` names a host: by its name or that of what it stands in, with its port or without, or all.

    >>> is_spared(taken_apart("https://news.example.org/"), "localhost, .example.org")
    True
    """
    for word in hosts.lower().split(","):
        name = word.strip().lstrip("*").lstrip(".")
        for host in (there.host, f"{there.host}:{there.port}"):
            if word.strip() == "*" or (name and (host == name or host.endswith(f".{name}"))):
                return True
    return False


def goes_through(there: Address, trusted: bool) -> bool:
    """Whether an address is asked through a proxy: what a person typed of her own network is not. Raises Unfetched
    where it stands for this machine or its network and nobody typed it; a name that only the proxy knows may not look
    like one of these either."""
    try:
        numbers = numbers_of(there, trusted)
    except Unfetched as error:
        if error.again and "." in there.host and not there.host.endswith(_INSIDE):  # it is not known here
            return True
        raise
    return all(map(is_public, numbers))
