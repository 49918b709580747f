"""The words of the domain as data: what a reader gives, and what is understood of it.

Three layers, each made from the one before: a `Document` (lines with places), the parts of a
`ParsedPack` (agenda items, minutes, deadlines ...), and what the app keeps of it for reading and
searching (`ReadPage`, `Passage`). Everything is frozen: a parser returns its part and changes nothing.

Page numbers: `page` always counts the file's own pages from 1; `pack_page` is the number stamped on
the page, which is what an agenda's "(Pages 71 - 76)" means and what members quote.
"""
