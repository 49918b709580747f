"""Sentences of real minutes, judged by hand: promises to the committee, and what only looks like one.

Only a digest of each is kept: the words are their council's. `digest_of` says how it is made.
"""

from __future__ import annotations

import hashlib

_PROMISES = """
f9ee35386de6 c3634094ded3 3820a8bb854d ff5944d65332 ac35b8cefc06 e789160b38c9 2f82c6c6051c
eb4b4ec5127d fbb0b0d19bd7 a02add9cddac 44f0432cd281 10cba84968c5 c7b1770ffe5d e04ad67d500c
f54cdee05af8 adcf9a7831d5 244e6716e21e 3f6b11491b79 993775aac81c 9f8c16f7a4f5 0096c579f99a
5f19b82f75f1 98f5b0ebcdcf 04bf138684c1 d47c6d2a28a3 93901b319de0 f63b66039970 65b69f0cb48d
36be451e4547 0a7f9339ce63 5c102f648682 5ebfa399f704
"""
_OTHERS = """
def2f00d0ad2 90bbecc5584d d56456b4c0ce 2395d80fede5 737305ad9626 a0cd084e6a3c 4da81c668043
35ef63379510 f62c522ce42c 26ef5bbc8bb1 452532ec9be4 9fbbce61f47b 100e7019ad6d a0e32b83f053
8cf1953c1fc1 a99c67934873 b5b8e1469cb6 ab5cd1414d8c 6c3e33b381ed 979175facd9f 04814342829a
cee7377bdc62 7d0065275751 e709b12be4b8 34266f814333 1335f28f5684 03f9fca85ed5 c8bc51563dfb
7275dc125ff6 f047579d50db bcdf32236328 d63fd2080950 9c1fd1e782df 6cbea87b3985 91c574931f77
e7600f3706f4 a5bcaff56514 c756e8ede4ae 1cf31d952b01 d02b0ec1b6f9 7c5d8c31edcc 22ec8eed7fae
80d971ff34bc 5bb566d6a4db 020778ea0071 2976a55fa5af e28375441448 640dce19c2c5 91d09a890fd0
78b4d6b3e5c7 56ef2a5cfb3a 3996f82c3188 14a997dcd877 2110d3d39ca2 d15f48ac9184 cc29b8c3cef3
4b3d9b88c1c2 6c1d6889fe65 bd2b1244bbf9 8306e77c7784 072458488723 9c71276c7c5e 60f46ad2023b
50af4bb01eb8 3e0ecfdd05b1 b37c801c8f8b 4735d5303262 3e8251467e1b 06fb3bda0346 b58725e8160f
2d3db4b4c654 f073ed0a89c6 ddbc62b27fb0 80b0264ba63a 88044f2b1a4e c0601ebcfd87 f4b2d1c17406
4a4728cede83 eea92ddccdcf c9b19e3c51af 303a93969191 3c8dcb738b56 d90bac875f5a 0f57cdb1f99b
51e9786b1538 9738fcc75422 ff1b15f12500 9356cd29f33f b2c7a525f069 489a0af08e9a 771219da9f4a
5570b7fac13b 6859800b9e0a d26d8439d777 ddb65f2733c3 ce46a52d8650
"""
PROMISES = frozenset(_PROMISES.split())
OTHERS = frozenset(_OTHERS.split())


def digest_of(sentence: str) -> str:
    """The digest of a sentence's letters and figures, case aside."""
    bare = "".join(letter for letter in sentence.casefold() if letter.isalnum())
    return hashlib.sha256(bare.encode()).hexdigest()[:12]
