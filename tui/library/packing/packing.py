"""What is found in an article becomes few bytes: rows stand in columns, and what stands in all of them, or in the
article's own text, is known beforehand and is not kept with each."""

import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

import orjson

from tui.library.packing.columns import columns, rows_of

LONG = 400_000  # bytes of an analysis; a longer one stays in lines, since who waits for it reads it line by line
OF_TEXT = 24_000  # bytes of a text that are pointed to: so far back the compressor looks

# What the compressor may point to; what is most frequent stands last. To change one of these makes unreadable what is
# stored, so that another one needs another file: see `schema.FILE`.
ANALYSIS = (
    b'["figures",{"figures":[2,["span","clause","value","low","high","unit","noun","bound","change","speaker","entity"],'
    b'[3,[1,[10,40]],[6,[2,3]]],[3,[1,[0,80]],[6,[60,70]]],[0,["percent","US dollar"]],[0,["exact","about","at least",'
    b'"at most","more than","up","down"]],'
    b'["acronym","surname","initials","first name","known","capital","rule","other"],[3,[0,["exact","exact",'
    b'"exact","surname","exact"]]],"TIME","DURATION","SET","P1Y","P2W","P3D","PT2H","APPROX","PRESENT_REF","PAST_REF",'
    b'["day","month","month day","month day year","year","year","weekday","weekday","weekday","ago","last","deictic"],'
    b'["","last up to 2019-","next from 2020-","in 2018-"],[0,[1.0,1.0,0.9,1.0,0.9,0.9,0.8,0.9,0.7]],'
    b'{"version":4,"published":{"day":"2020-01-01","known":"found","evidence":"date: January 1, 2020"},"language":"en",'
    b'"digest":""},["sentences","entity","mentions","entity","mentions","entity","mentions","entity","mentions","entity",'
    b'"mentions","entity","mentions","times","events","quotes","figures"],[1,17,1,4,1,3,1,3,1,2,1,2,1,1,1,1,1,1,1,1,1,8,8]'
    b',{"sentences":[3,[1,[0,65,14,87,70,68,73,80,120,64]],[1,[48,29,88,70,67,74,110,79]]],"entity":[2,["name","kind",'
    b'"aliases","votes","ambiguous","pinned"],[0,[""]],[0,["PERSON","PERSON","PLACE","ORG","GROUP","PLACE","PERSON","ORG",'
    b'"PLACE","PLACE"]],[4,[0,[1,1,1,2,1,1,1,1,1]],[3,[0,[""]],[0,["exact","exact","exact","exact","exact","exact"]]]],[4,'
    b'[0,[1,1,2,3,4,2,5,2,2,3,1]],[3,[0,["PERSON","PERSON","NONE","ORG","NONE","OTHER","PLACE","GROUP","NONE","PLACE",'
    b'"NONE","ORG","PERSON","NONE","PLACE"]],[0,[0.998,0.996,0.984,0.013,0.964,0.021,0.008,0.887,0.04,0.036,0.99]]]],[4,[0,'
    b"[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]],[0,[]]],[0,[false,false,false,false,false,false,false,false,false,false]]],"
    b'"mentions":[3,[1,[236,499,64,67,-766,66,211,-174,434]],[6,[10,10,10,14,14,5,5,7,7,6,8,9]],[0,["PERSON","PERSON",'
    b'"PERSON","PLACE","PLACE","PLACE","ORG","ORG","GROUP"]],[0,[""]],[0,["crf","crf","crf","crf","crf","crf","crf","crf"]]'
    b'],"times":[2,["span","type","value","mod","interval","edtf","rule","anchor","confidence"],[3,[1,[65,81,66,140,83]],[6'
    b',[12,4,6,4,4,6]]],[0,["DATE","DATE","DATE","DATE","DATE"]],[0,["2018","2016-05-27"]],[0,["","","","",""]],[3,[3,[1,'
    b"[2016,-4,4,-8,8,0,0,0]],[0,[5,1,5,1,1,5]],[0,[27,1,22,1,1]]],[3,[1,[2019,-4,4,0,0]],[1,[5,7,-7,7,0,-7]],[1,[27,4,-9,9"
    b']]]],"events":[2,["interval","value","edtf","sentence","clause","time","entities","status","uncertain","background",'
    b'"without"],[3,[3,[1,[2008,4,4,0,0,0,0,0]],[0,[1,1,5,5]],[1,[1,0,0,21,0,2]]],[3,[1,[2008,4,4,0,0]],[1,[12,0,0,-7,0]],'
    b"[1,[31,0,0,-9,0,2]]]],[3,[0,[304,79,377,166,799]],[6,[72,86,79,69,66]]],[3,[0,[304,79,377]],[6,[53,72,63,53]]],[5,[6"
    b'],[3,[0,[352,146]],[6,[4,4,4,6]]]],[4,[0,[1,3,2,2,2,2,2,1]],[0,[8,1,4,6,1,3]]],[0,["dated","dated","dated","dated",'
    b'"reported","reported","planned","dated"]],[0,[false,false,false,false,false,false,false,false]],[0,[false,false]],'
    b'"quotes":[2,["content","kind","cue","speaker","entity","doubted"],[3,[3,[1,[27,96,43,70]],[6,[21,27,52,49]]]],[4,[0,['
    b'1,1,1,2,1,1]],[3,[1,[27,96]],[6,[40,52]]]],[0,["indirect","direct","mixed","direct","indirect","indirect","indirect"'
    b"]],[3,[1,[20,95,115]],[6,[6,7,4,4,8,8,4]]],[5,[1],[3,[1,[98,122,67]],[6,[19,16,9,9]]]],[5,[0,2,1,1,2,1,1],[0,[1,1,0,0"
    b"]]],[0,[true,false,false,false,true,false,false,false]]]}]"
)
_LINES = (
    b'["figures",[{"span":[0,10],"clause":[0,60],"value":[1,0],"low":1.0,"high":1.0,"unit":"","noun":"","bound":"exact"}]]\n'
    b'["times",[{"span":[50,54],"type":"DATE","value":"2010-01","mod":"","interval":[[2010,1,1],[2010,12,31]],"edtf":'
    b'"2010","rule":"year","anchor":"","confidence":1.0}]]\n'
    b'["events",[{"interval":[[2010,1,1],[2010,12,31]],"value":"2010","edtf":"2010","sentence":[0,70],"clause":[0,55],'
    b'"time":[50,54],"entities":[0,1],"status":"reported","uncertain":true,"background":true,"without":[]}]]\n'
    b'["entity",[{"name":"","kind":"PERSON","aliases":[["","exact"]],"votes":[["PERSON",0.969]],"ambiguous":[],'
    b'"pinned":false}]]\n["mentions",[[255,267,"PERSON","","crf"],[319,331,"PERSON","","crf"]]]\n'
)


def pack(body: bytes) -> bytes:
    """An encoded analysis, compressed; without the digest, by which it is found."""
    try:
        if len(body) <= LONG:
            return _compressed(orjson.dumps(_in_columns(body)), ANALYSIS)
    except (ValueError, TypeError, LookupError):  # lone surrogates
        pass
    return _compressed(body, _LINES)


def unpack(body: bytes, digest: str) -> bytes:
    """What was packed of the text with this digest; raises zlib.error where that is not what it is, and TypeError where
    it is no bytes."""
    try:
        return b"\n".join(_in_lines(orjson.loads(_uncompressed(body, ANALYSIS)), digest))
    except zlib.error:
        return _uncompressed(body, _LINES)
    except (ValueError, TypeError, LookupError) as error:
        raise zlib.error(str(error)) from error


def pack_values(values: Any, known: bytes, text: bytes = b"") -> bytes:
    """Values of JSON, compressed beside what is known of all of their kind, and the text that they are about."""
    return _compressed(orjson.dumps(values, default=tuple), known + text[:OF_TEXT])


def unpack_values(body: bytes, known: bytes, text: bytes = b"") -> Any:
    """What was packed beside the same; raises ValueError where it was not."""
    try:
        return orjson.loads(_uncompressed(body, known + text[:OF_TEXT]))
    except (zlib.error, TypeError) as error:
        raise ValueError(str(error)) from error


def _in_columns(body: bytes) -> list[Any]:
    """Head, names of the lines, how many rows each has, and all rows of a name in columns."""
    first, *lines = body.split(b"\n")
    head = orjson.loads(first)
    head["digest"] = head["digest"][:0]
    names: list[str] = []
    counts: list[int] = []
    rows: dict[str, list[Any]] = {}
    for line in lines:
        name, some = orjson.loads(line)
        names.append(name)
        counts.append(len(some))
        rows.setdefault(name, []).extend(some)
    return [head, names, counts, {name: columns(own) for name, own in rows.items()}]


def _in_lines(tree: list[Any], digest: str) -> Iterator[bytes]:
    head, names, counts, kept = tree
    rows = {name: iter(rows_of(column)) for name, column in kept.items()}
    yield orjson.dumps({**head, "digest": digest})
    for name, count in zip(names, counts, strict=True):
        yield orjson.dumps([name, [*islice(rows[name], count)]])


def _compressed(body: bytes, known: bytes) -> bytes:
    packing = zlib.compressobj(9, zdict=known) if known else zlib.compressobj(9)
    return packing.compress(body) + packing.flush()


def _uncompressed(body: bytes, known: bytes) -> bytes:
    unpacking = zlib.decompressobj(zdict=known) if known else zlib.decompressobj()
    found = unpacking.decompress(body) + unpacking.flush()
    if not unpacking.eof:
        raise zlib.error("it ends too soon")
    return found
