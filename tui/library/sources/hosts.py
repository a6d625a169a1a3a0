"""The numbers that a host's name stands for become those that may be connected to."""

import ipaddress
import socket
from collections.abc import Iterable

from tui.library.sources.address import Address
from tui.library.sources.answer import Unfetched

_WRAPPED = ipaddress.ip_network("64:ff9b::/96")  # an older number within a newer one, for networks that know no other
_Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


def allowed(numbers: Iterable[str], trusted: bool) -> tuple[str, ...]:
    """Those of a host's numbers that may be connected to: all where a person named the host herself, else none that
    stands for this machine, its network or nobody."""
    return tuple(number for number in dict.fromkeys(numbers) if trusted or is_public(number))


def is_public(number: str) -> bool:
    """Whether it can be reached from anywhere: not this machine, not the network it stands in, not what its provider
    keeps for itself.

    >>> [is_public(number) for number in ("93.184.216.34", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1")]
    [True, False, False, False]
    """
    try:
        ip: _Ip = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _WRAPPED:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
        if ip.ipv4_mapped or ip in _WRAPPED:
            return True
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def numbers_of(address: Address, trusted: bool) -> tuple[str, ...]:
    """The numbers of an address's host that may be connected to; never empty. Raises Unfetched."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unfetched(f"{address.host} is not known; check the address and the network.", again=True) from error
    numbers = allowed((str(one[4][0]) for one in found), trusted)
    if not numbers:
        raise Unfetched(f"{address.authority} is on this machine or its own network, where nothing may lead to.")
    return numbers
