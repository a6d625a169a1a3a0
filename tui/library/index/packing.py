"""Analyses become few bytes: what stands in all of them is known beforehand, and is not kept with each."""

import zlib

# What the compressor may point to; what is most frequent stands last. To change it makes analyses unreadable that are
# stored, so that another one needs another file: see `schema.FILE`.
_KNOWN = (
    b'{"version":3,"digest":"","published":{"day":"2020-01-01","known":"found","evidence":"date: January 1, 2020"},'
    b'"language":"en","lines":30}\n'
    b'["figures",[{"span":[0,10],"clause":[0,60],"value":[1,0],"low":1.0,"high":1.0,"unit":"","noun":"","bound":"exact",'
    b'"change":null,"speaker":null,"entity":null,"percent","US dollar","about","at least","up","down"}]]\n'
    b'["quotes",[{"content":[20,50],"kind":"direct","cue":[10,20],"speaker":[0,10],"entity":null},{"content":[100,150],'
    b'"kind":"mixed","cue":[90,100],"speaker":null,"entity":0},{"content":[200,250],"kind":"indirect","cue":[250,260],'
    b'"speaker":[190,200],"entity":1},{"content":[300,350],"kind":"indirect","cue":[350,360],"speaker":[360,370],'
    b'"entity":null}]]\n'
    b'["times",[{"span":[50,54],"type":"DATE","value":"2010-01","mod":"","interval":[[2010,1,1],[2010,12,31]],"edtf":'
    b'"2010","rule":"year","anchor":"","confidence":1.0},{"span":[110,120],"type":"DATE","value":"2018-09-12","mod":"APPROX",'
    b'"interval":[[2018,9,12],[2018,9,12]],"edtf":"2018-09-12","rule":"weekday","anchor":"last up to 2018-09-15",'
    b'"confidence":0.9},{"span":[190,200],"type":"DURATION","value":"P2W","mod":"","interval":null,"edtf":"","rule":"day"}]]\n'
    b'["events",[{"interval":[[2010,1,1],[2010,12,31]],"value":"2010","edtf":"2010","sentence":[0,70],"clause":[0,55],'
    b'"time":[50,54],"entities":[0,1],"status":"reported","uncertain":true,"background":true,"without":[]},'
    b'{"interval":[[2019,1,1],[2019,12,31]],"value":"2019","edtf":"2019","sentence":[500,600],"clause":[500,560],'
    b'"time":[550,554],"entities":[1,2],"status":"dated","uncertain":false,"background":false,"without":[]},'
    b'{"interval":[[2017,5,24],[2017,5,24]],"value":"2017-05-24","edtf":"2017-05-24","sentence":[700,800],"clause":'
    b'[700,760],"time":[770,780],"entities":[3],"status":"dated","uncertain":false,"background":false,"without":[]}]]\n'
    b'["sentences",[[0,50],[68,85],[87,184],[185,254],[255,317],[319,384],[385,453],[454,530],[532,606]]]\n'
    b'["entity",[{"name":"","kind":"GROUP","aliases":[["","exact"],["","surname"],["","acronym"],["","initials"]],"votes":'
    b'[["PLACE",0.952],["NONE",0.026],["ORG",0.015],["OTHER",0.006]],"ambiguous":[],"pinned":false}]]\n'
    b'["mentions",[[10,20,"GROUP","","rule"],[10,20,"OTHER","","crf"],[30,40,"ORG","","crf"],[50,60,"ORG","","crf"]]]\n'
    b'["entity",[{"name":"","kind":"PLACE","aliases":[["","exact"]],"votes":[["PLACE",0.997]],"ambiguous":[],"pinned":false}]]\n'
    b'["mentions",[[221,227,"PLACE","","crf"],[352,358,"PLACE","","crf"],[641,647,"PLACE","","crf"]]]\n'
    b'["entity",[{"name":"","kind":"ORG","aliases":[["","exact"]],"votes":[["ORG",0.98],["PERSON",0.018]],"ambiguous":[],'
    b'"pinned":false}]]\n["mentions",[[100,110,"ORG","","crf"],[120,130,"ORG","","crf"]]]\n'
    b'["entity",[{"name":"","kind":"PERSON","aliases":[["","exact"]],"votes":[["PERSON",0.969]],"ambiguous":[],'
    b'"pinned":false}]]\n["mentions",[[255,267,"PERSON","","crf"],[319,331,"PERSON","","crf"],[454,466,"PERSON","","crf"]]]\n'
)


def pack(body: bytes) -> bytes:
    """An encoded analysis, compressed."""
    packing = zlib.compressobj(6, zdict=_KNOWN)
    return packing.compress(body) + packing.flush()


def unpack(body: bytes) -> bytes:
    """What was packed; raises zlib.error where that is not what it is, and TypeError where it is no bytes."""
    unpacking = zlib.decompressobj(zdict=_KNOWN)
    found = unpacking.decompress(body) + unpacking.flush()
    if not unpacking.eof:
        raise zlib.error("it ends too soon")
    return found
