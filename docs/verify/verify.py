#!/usr/bin/env python3
"""Checks a proof from Omlopp with nothing but Python:  python3 verify.py BUNDLE.zip [KEY ...]"""
import base64, hashlib, json, sys, zipfile

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # Ed25519, RFC 8032
D = -121665 * pow(121666, P - 2, P) % P
sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()

def point(data):
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P: x = x * pow(2, (P - 1) // 4, P) % P
    assert (x * x - xx) % P == 0 and y < P and len(data) == 32, "not a point"
    if x & 1 != sign: x = P - x
    return x, y, 1, x * y % P

def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * D, 2 * p[2] * q[2]
    e, f, g, h = (b - a) % P, (d - c) % P, (d + c) % P, (b + a) % P
    return e * f % P, g * h % P, f * g % P, e * h % P

def times(n, p):
    total = (0, 1, 1, 0)
    while n:
        if n & 1: total = add(total, p)
        p, n = add(p, p), n >> 1
    return total

B = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))

def signed(key, message, signature):
    s, r = int.from_bytes(signature[32:], "little"), signature[:32]
    h = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % L
    left, right = times(s, B), add(point(r), times(h, point(key)))
    same = lambda i: (left[i] * right[2] - right[i] * left[2]) % P == 0
    return len(signature) == 64 and s < L and same(0) and same(1)

def root(leaf, index, size, path):  # RFC 6962, section 2.1.1
    node, last, path = leaf, size - 1, list(path)
    while last:
        if index % 2: node = sha(b"\1", path.pop(0), node)
        elif index < last: node = sha(b"\1", node, path.pop(0))
        index, last = index // 2, last // 2
    return None if path else node

def check(bundle, trusted):
    zipped = zipfile.ZipFile(bundle)
    files = {name: zipped.read(name) for name in zipped.namelist()}
    assert len(files) == len(zipped.namelist()), "a name is there twice"
    listed = json.loads(files["bundle.json"])
    hashes = {one["name"]: one["sha256"] for one in listed["files"]}
    assert hashes.keys() == files.keys() - {"bundle.json"}, "files are missing or added"
    for name, expected in hashes.items():
        assert sha(files[name]).hex() == expected, name + " has been changed"
    keys = trusted or [key for log in listed["logs"] for key in log["vkeys"]]
    keys, chain, named, heads = [base64.b64decode(key.split("+", 2)[2])[1:] for key in keys], {}, {}, {}
    for place in listed["entries"]:
        body, (proof, _, note) = files[place["file"]], files[place["proof"]].decode().partition("\n\n")
        entry, text, lines = json.loads(body), note[: note.rindex("\n\n") + 1], proof.split("\n")
        origin, size, head = text.split("\n")[:3]
        marks = [base64.b64decode(line.split(" ")[2])[4:] for line in note[len(text) + 1 :].splitlines()]
        if heads.setdefault((origin, size), note) != note or (origin, size, "ok") not in heads:
            assert any(signed(k, text.encode(), m) for k in keys for m in marks if len(m) == 64), origin + " is not signed by the key"
            heads[origin, size, "ok"] = True
        assert heads.setdefault((origin, size, "root"), head) == head, "two histories of one log"
        path = [base64.b64decode(line) for line in lines[2:]]
        assert root(sha(b"\0", body), int(lines[1].split(" ")[1]), int(size), path) == base64.b64decode(head), place["file"] + " is not in the log"
        assert entry["subject"] == listed["subject"]["device"], place["file"] + " is of another device"
        assert origin.endswith("/log/" + entry["organisation"]) and entry["seq"] not in chain, place["file"] + " is out of place"
        chain[entry["seq"]] = (sha(body).hex(), entry["previous"])
        for one in entry["content"].get("certificates", []):
            named[one["certificateSha256"]] = entry["seq"]
    gaps = {seq for gap in listed["gaps"] for seq in range(gap["from"], gap["to"] + 1)}
    assert chain and set(range(1, max(chain) + 1)) <= chain.keys() | gaps, "entries are missing"
    for seq, (_, previous) in chain.items():
        assert seq - 1 not in chain or chain[seq - 1][0] == previous, "the chain is broken at %d" % seq
    for one in listed["certificates"]:
        assert sha(files[one["file"]]).hex() in named, one["file"] + " is not the one that was issued"
    return len(chain), len(listed["certificates"]), len(gaps)

if __name__ == "__main__":
    try:
        entries, certificates, gaps = check(sys.argv[1], sys.argv[2:])
    except Exception as wrong:
        sys.exit("The proof does NOT hold: %s" % (wrong or type(wrong).__name__))
    print("The proof holds: %d entries, %d certificates." % (entries, certificates))
    print("Not checked: %d entries that are not here, what came later, and who the people are." % gaps)
    if not sys.argv[2:]: print("Not checked: whose key it is. Give a key that you got from somewhere else.")
