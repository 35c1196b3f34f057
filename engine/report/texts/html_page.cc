// Takes the body of a page, gives the document around it. The policy names the style by its hash: no other style, no
// script and no address is followed, whatever a text may hold. Leaves tables and bars to html_from_….cc.
#include "engine/report/texts/html_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"

namespace jiheng::report {
namespace {

// Colours have a contrast of at least 4.5 on the paper of their scheme. On a phone the cells of a row stand below each
// other with the titles of their columns; on paper rows stay whole and headings repeat.
constexpr std::string_view kStyle = R"css(
:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--faint:#57606a;--line:#8c959f;--head:#eef1f4;
--good:#116329;--bad:#b3141d;--unsure:#7d4e00;--link:#0550ae;--bar:#4a7db5;--rest:#dfe4ea;
--c1:#0072b2;--c2:#d55e00;--c3:#009e73;--c4:#cc79a7;--c5:#e69f00;--c6:#56b4e9}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--faint:#9ea7b3;--line:#6e7681;
--head:#1c232c;--good:#56d364;--bad:#ff8a80;--unsure:#e3b341;--link:#79b8ff;--bar:#6ea8e0;--rest:#373e47;--c1:#56b4e9;--c6:#0072b2}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;color:var(--ink);background:var(--paper);line-height:1.55;overflow-wrap:break-word;
font-family:system-ui,"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif}
main{max-width:78rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0}
h1:not(:first-child){margin-top:2.5rem}
h2{font-size:1.25rem;margin:2.2rem 0 .6rem;border-bottom:2px solid var(--line)}
h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
p{margin:.4rem 0}
h1,h2,h3,p,li,.note{overflow-wrap:anywhere}
ul{margin:.4rem 0;padding-left:1.4rem}
a{color:var(--link)}
nav ul{columns:20rem;padding:.6rem 1rem .6rem 2rem;border:1px solid var(--line)}
nav li{break-inside:avoid}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table{position:relative;width:100%;border-collapse:collapse;margin:.8rem 0;font-size:.92rem}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}
thead th,.look-heading,.look-label{background:var(--head)}
tbody th{font-weight:inherit}
.between td{background:var(--head);font-weight:bold}
td,tbody th{min-width:4.2em}
.right{text-align:right;font-variant-numeric:tabular-nums}
.centre{text-align:center}
.whole{white-space:nowrap;min-width:0}
.good{color:var(--good)}.bad{color:var(--bad)}.unsure{color:var(--unsure)}.muted{color:var(--faint)}
.strong,.bad,.unsure{font-weight:bold}
.note td{border-top-style:dotted;padding-left:1.5rem;font-size:.88rem}
.note .bad,.note .unsure,li.bad,li.unsure,p.bad,p.unsure{font-weight:normal}
.bar{display:block;width:100%;min-width:3.5rem;max-width:7rem;height:.45rem;margin:.25rem 0 .1rem}
.right .bar{margin-left:auto}
.rest{fill:var(--rest)}.part{fill:var(--bar)}
.part.good{fill:var(--good)}.part.bad{fill:var(--bad)}.part.unsure{fill:var(--unsure)}
.label{display:block;font-size:.82rem;font-weight:normal;color:var(--faint);white-space:nowrap}
.chart{margin:1.2rem 0 .4rem}
.chart svg{display:block;height:auto;max-width:100%;min-width:34rem;overflow:visible;margin:0 0 .8rem}
.chart text{font-size:12px;fill:var(--ink);stroke:none}
.chart .name{font-size:15px;font-weight:bold}
.chart .value{paint-order:stroke;stroke:var(--paper);stroke-width:3px}
.chart .tick,.chart .value{font-variant-numeric:tabular-nums}
.numbers{width:auto}
.chart ol{margin:.2rem 0 .6rem;padding-left:2rem;font-size:.88rem}
.chart .panels{display:flex;flex-wrap:wrap;gap:1rem}
.chart .panels svg{min-width:0;flex:none}
.c1{--c:var(--c1)}.c2{--c:var(--c2)}.c3{--c:var(--c3)}.c4{--c:var(--c4)}.c5{--c:var(--c5)}.c6{--c:var(--c6)}
.solid{fill:var(--c);stroke:var(--c)}.edge{stroke:var(--c)}.hollow{fill:var(--paper);stroke:var(--c);stroke-width:2}
.open{fill:none;stroke:var(--c);stroke-dasharray:3 2}
.under{fill:var(--c);fill-opacity:.25}.pen{fill:none;stroke:var(--c);stroke-width:1.4}.dot{fill:var(--c)}
.band{fill:var(--c);fill-opacity:.15;stroke:var(--c);stroke-dasharray:3 2}
.curve{fill:none;stroke:var(--c);stroke-width:2;stroke-linejoin:round}
.d2{stroke-dasharray:7 4}.d3{stroke-dasharray:2 3}.d4{stroke-dasharray:9 3 2 3}
.grid{stroke:var(--rest)}.axis{stroke:var(--ink)}.frame{fill:none;stroke:var(--line)}
.mark{stroke:var(--faint);stroke-dasharray:4 3}.fall{stroke:var(--faint);stroke-dasharray:1 3}.tie{stroke:var(--line);stroke-width:2}
.cell{fill:var(--paper);stroke:var(--line);stroke-width:.5}.chart .light{fill:#fff}.chart .deep{fill:#1b1f24}
.h1{fill:#f0f5fa}.h2{fill:#d5e3f0}.h3{fill:#b3cde3}.h4{fill:#8cb3d5}.h5{fill:#4f7fad}.h6{fill:#2b5f92}.h7{fill:#123c69}
.casing{stroke:var(--paper);stroke-width:3;stroke-opacity:.7}
.badge{fill:var(--paper);stroke:var(--ink)}.here{fill:none;stroke:var(--ink);stroke-width:2}
.form{table-layout:auto}
.form .look-title{font-size:1.2rem;font-weight:bold;text-align:center;border:0}
.form .look-note{border:0}
.form .look-total{font-weight:bold}
.scroll{overflow-x:auto}
@media screen and (max-width:46rem){
main{padding:.6rem}
h1{font-size:1.3rem}
nav ul{columns:auto;max-height:14rem;overflow-y:auto}
.stack thead{display:none}
.stack,.stack tbody,.stack tr,.stack th,.stack td{display:block}
.stack tbody{border:1px solid var(--line);margin:.6rem 0}
.stack tr{display:flex;flex-wrap:wrap}
.stack th,.stack td{flex:1 1 100%;border:0;padding:.15rem .6rem;text-align:left;white-space:normal}
.stack [data-title]::before{content:attr(data-title) "：";color:var(--faint);font-weight:normal}
.stack tbody th{font-weight:bold;padding-top:.4rem}
.stack{overflow-wrap:anywhere}
.stack .whole{flex:1 1 45%}
.stack td:empty{display:none}
.stack .right .bar{margin-left:0}
.stack .bar{max-width:none}
.stack .note td{padding-left:.6rem}
.form{min-width:44rem}
}
@media print{
@page{size:A4;margin:14mm 12mm}
:root{color-scheme:light}
body{font-size:9.5pt;overflow-wrap:anywhere}
main{max-width:none;padding:0}
table{font-size:8.5pt}
th,td{padding:.15rem .3rem}
thead{display:table-header-group}
thead+tbody{break-before:avoid}
.note td{font-size:8pt}
tr,tbody.row,li,.chart svg{break-inside:avoid}
.chart svg{min-width:0}
.chart p{break-after:avoid}
.chart .scroll{overflow:visible}
h1,h2,h3{break-after:avoid}
h2.card,h1:not(:first-child){break-before:page}
nav+h1{break-before:auto}
.form{font-size:8pt}
a{color:inherit;text-decoration:none}
.bar,.chart svg,thead th,.between td,.look-heading,.look-label{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.scroll{overflow:visible}
}
)css";

/// SHA-256 of kStyle in base64; tests/faces/html_page.py says it anew when the style changes.
constexpr std::string_view kStyleHash = "IdueyP0467yiBPGD1P8ypyNfVc9sYPbG85qx7PAKlbU=";

std::string escaped(std::string_view text, std::string_view line_break) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (at > 0) out += line_break;
    for (const char c : base::printable(text.substr(at, end - at))) {
      switch (c) {
        case '&':
          out += "&amp;";
          break;
        case '<':
          out += "&lt;";
          break;
        case '>':
          out += "&gt;";
          break;
        case '"':
          out += "&quot;";
          break;
        case '\'':
          out += "&#39;";
          break;
        default:
          out += c;
      }
    }
    at = end + 1;
  }
  return out;
}

}  // namespace

std::string html_text(std::string_view text) { return escaped(text, "<br>"); }

std::string html_attribute(std::string_view text) { return escaped(text, " "); }

std::string_view html_class_of(Mark mark) {
  switch (mark) {
    case Mark::plain:
      return {};
    case Mark::strong:
      return "strong";
    case Mark::good:
      return "good";
    case Mark::bad:
      return "bad";
    case Mark::unsure:
      return "unsure";
    case Mark::muted:
      break;
  }
  return "muted";
}

std::string html_classes(std::initializer_list<std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) {
    if (!name.empty()) out += (out.empty() ? "" : " ") + std::string(name);
  }
  return out.empty() ? out : fmt::format(" class=\"{}\"", out);
}

std::string html_page(std::string_view title, std::string_view body) {
  return fmt::format(
      "<!doctype html>\n"
      "<html lang=\"zh-CN\">\n"
      "<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; "
      "base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>{}</title>\n"
      "<style>{}</style>\n"
      "</head>\n"
      "<body>\n<main>\n{}</main>\n</body>\n"
      "</html>\n",
      kStyleHash, html_attribute(title), kStyle, body);
}

}  // namespace jiheng::report
