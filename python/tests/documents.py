"""Documents that several tests read."""

TEXT = (
    "Norway and Japan sign pact\n\n"
    "OSLO — Prime Minister Jonas Gahr Støre said on 19 June 2024 that 🛳️ ships of Norway would "
    "pay €2.5 million.\n\n"
    "“We are ready,” said Støre. Japan’s crews (write to crew@arctic.example) agreed, 𝔞nd the "
    "United Nations welcomed the pact.\n"
)

PAGE = (
    "<!doctype html><html lang=en><head><meta charset=utf-8>"
    "<title>Norway and Japan sign pact</title></head><body>"
    "<nav><a href=/>Home</a> <a href=/sport>Sport</a> <a href=/world>World</a></nav>"
    "<article><h1>Norway and Japan sign pact</h1>"
    "<p>OSLO — Prime Minister Jonas Gahr Støre said on 19 June 2024 that 🛳️ ships of Norway "
    "would pay &euro;2.5 million, which the cabinet had asked the parliament for.</p>"
    "<p>“We are ready,” said Støre. Japan’s crews agreed, 𝔞nd the United Nations welcomed the "
    "pact, which comes into force next year after both parliaments have voted.</p>"
    "</article><footer>© 2024 Arctic Wire. All rights reserved.</footer></body></html>"
)

LISTS = (
    "blocks edits sentences tokens mentions entities references dates amounts patterns quotes "
    "claims events diagnostics evidence"
).split()

# What would run, load or break out if it ever became markup.
PAYLOADS = [
    "<script>window.hacked=1;alert(1)</script>",
    "</script><script>window.hacked=1</script><!--",
    "</style></title></noscript></textarea><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "\" autofocus onfocus=window.hacked=1 x=\"",
    "' onmouseover='window.hacked=1",
    "<!--<script>\u2028\u2029]]>&lt;script&gt;",
    "javascript:window.hacked=1//${alert(1)}{{7*7}}",
    "</svg></select></option><svg onload=window.hacked=1>",
]
