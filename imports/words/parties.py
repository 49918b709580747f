"""The parties members sit for, as headings of their lists name them."""

PARTY_NAME = (
    r"(?:conservatives?|labour(?: and co-operative)?|liberal democrats?|lib dems?|greens?|green party"
    r"|independents?(?: group)?|reform(?: uk)?|ukip|plaid cymru|snp"
    r"|residents?['’]?(?: association)?|non-?aligned)"
)
