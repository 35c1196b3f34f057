"""Reads one html page as a browser would and lists what is wrong with it: the page must need nothing but itself.

problems(text) -> list of sentences; tables(text) -> for each table its rows of texts, without the notes."""
import base64
import hashlib
import html.parser
import re

SHAPES = {"rect", "line", "polyline", "polygon", "circle", "path"}
VOID = {"meta", "br", "col"} | SHAPES
KNOWN = VOID | {
    "html", "head", "title", "style", "body", "main", "nav", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "li", "a",
    "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "span", "svg",
    "figure", "ol", "desc", "g", "text", "pattern"}
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "scope", "colspan", "rowspan", "data-title",
    "aria-label", "role", "viewbox", "preserveaspectratio", "width", "height", "tabindex",
    "aria-labelledby", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "d", "points", "text-anchor", "fill",
    "patternunits"}


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.problems, self.stack, self.ids, self.links, self.labels = [], [], [], [], []
        self.style, self.policy, self.first = "", None, []
        self.tables = []
        self.charts = []  # for each picture outside a cell: its texts, and what <title> and <desc> say
        self.cell = None
        if not text.startswith("<!doctype html>\n"):
            self.problems.append("no doctype")
        self.feed(text)
        self.close()
        for tag in self.stack:
            self.problems.append(f"<{tag}> is not closed")
        for link in self.links:
            if not link.startswith("#") or link[1:] not in self.ids:
                self.problems.append(f"link to {link!r} leads nowhere")
        for name in self.labels:
            if name not in self.ids:
                self.problems.append(f"a picture names {name!r}, which is not there")
        if len(set(self.ids)) != len(self.ids):
            self.problems.append("an id stands twice")
        digest = base64.b64encode(hashlib.sha256(self.style.encode()).digest()).decode()
        if self.policy != f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'":
            self.problems.append(f"the policy does not name this style: sha256-{digest}")
        if re.search(r"@import|url\(|//|expression", self.style):
            self.problems.append("the style names an address")

    def handle_starttag(self, tag, attrs):
        at = dict(attrs)
        if len(at) != len(attrs):
            self.problems.append(f"<{tag}> has an attribute twice")
        if tag not in KNOWN:
            self.problems.append(f"<{tag}> is not made by us")
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.problems.append(f"<{tag} {name}=> is not made by us")
            elif name not in ("content",) and re.search(r"https?:|javascript:", value or "") and name != "data-title" \
                    and name != "aria-label":
                self.problems.append(f"<{tag} {name}={value!r}> names an address")
        if tag == "html" and at.get("lang") != "zh-CN":
            self.problems.append("no language")
        if tag == "meta" and at.get("http-equiv") == "Content-Security-Policy":
            self.policy = at["content"]
        if tag == "style" and self.policy is None:
            self.problems.append("the style stands before the policy")
        if "id" in at:
            self.ids.append(at["id"])
        if "href" in at:
            self.links.append(at["href"])
        if tag == "th" and "scope" not in at:
            self.problems.append("<th> without scope")
        if tag == "svg":
            named = at.get("aria-labelledby", "").split()
            self.labels += named
            if at.get("role") != "img" or not named and not at.get("aria-label", "").strip():
                self.problems.append("<svg> without words for it")
        if tag == "rect" and self.cell is None or tag in SHAPES - {"rect"}:
            numbers = [v for k, v in attrs if k in ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height")]
            numbers += re.split(r"[ ,]", at.get("points", "0"))
            if not all(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", number) for number in numbers):
                self.problems.append(f"<{tag}> at no number: {attrs}")
        if at.get("fill"):
            pattern = re.fullmatch(r"url\(#([a-z0-9]+)\)", at["fill"])
            self.labels.append(pattern.group(1) if pattern else f"fill {at['fill']}")
        if tag == "table":
            self.tables.append({"caption": None, "heads": [], "rows": [], "bars": []})
        if tag == "tr":
            self.row = {"class": at.get("class", ""), "cells": []}
        if tag == "svg" and self.cell is None:
            self.charts.append({"texts": [], "titles": []})
        if tag in ("td", "th"):
            self.cell, self.label = "", None
        if tag == "caption":
            self.tables[-1]["caption"] = ""
        if tag == "svg":
            self.bar = at.get("aria-label")
        if tag == "rect" and at.get("class", "").split()[:1] == ["part"]:
            # where the bar stands: row, column
            self.tables[-1]["bars"].append((len(self.tables[-1]["rows"]), len(self.row["cells"]), float(at["width"]),
                                            self.bar))
        if tag == "span" and at.get("class") == "label":
            self.label = ""
        if tag == "br" and self.cell is not None:
            self.cell += "\n"
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.stack.pop()

    def handle_endtag(self, tag):
        if not self.stack or self.stack[-1] != tag:
            self.problems.append(f"</{tag}> closes {self.stack[-1:]}")
            return
        self.stack.pop()
        if tag == "table" and not self.tables[-1]["caption"]:
            self.problems.append("a table without caption")
        if tag in ("td", "th"):
            self.row["cells"].append(self.cell)
            self.cell = None
        if tag == "tr":
            if self.row["class"] == "":
                rows = self.tables[-1]["heads" if "thead" in self.stack else "rows"]
                rows.append(self.row["cells"])
        if tag == "span":
            self.label = None

    def handle_data(self, data):
        if self.stack and self.stack[-1] == "style":
            self.style += data
        elif self.stack and self.stack[-1] in ("text", "title", "desc") and "svg" in self.stack:
            self.charts[-1]["texts" if self.stack[-1] == "text" else "titles"].append(data)
        elif self.stack and self.stack[-1] == "caption":
            self.tables[-1]["caption"] += data
        elif self.cell is not None and not (self.stack[-1] == "span" and self.label is not None):
            self.cell += data


def problems(text):
    return Page(text).problems
