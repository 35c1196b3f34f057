// Takes a paragraph, gives its text. Leaves tables and text boxes to sheets_from_docx. Headers, footers, notes and comments
// are other parts of the package and never seen here; nor are the numbers of numbered paragraphs, which no file holds.
#include "engine/office/word/docx_paragraph.h"

#include <cstdlib>
#include <string>

#include "engine/base/same_shapes.h"
#include "engine/base/text.h"
#include "engine/office/word/docx_fields.h"
#include "engine/office/word/docx_symbols.h"

namespace jiheng::office {
namespace {

using Name = std::string_view;

bool is_wrapper(Name name) {
  return name == "w:ins" || name == "w:moveTo" || name == "w:smartTag" || name == "w:customXml" ||
         name == "w:hyperlink" || name == "w:fldSimple" || name == "w:dir" || name == "w:bdo";
}

void look_through(pugi::xml_node parent, DocxNotes& notes, std::vector<pugi::xml_node>& out) {
  for (const pugi::xml_node child : parent.children()) {
    const Name name = child.name();
    if (name == "w:del" || name == "w:moveFrom") {
      ++notes.deleted;
    } else if (name == "w:sdt") {
      if (!is_on(child.child("w:sdtPr").child("w:showingPlcHdr")))
        look_through(child.child("w:sdtContent"), notes, out);
    } else if (name == "mc:AlternateContent") {
      const pugi::xml_node choice = child.child("mc:Choice");
      look_through(choice ? choice : child.child("mc:Fallback"), notes, out);
    } else if (is_wrapper(name)) {
      if (name == "w:ins" || name == "w:moveTo") ++notes.inserted;
      look_through(child, notes, out);
    } else {
      out.push_back(child);
    }
  }
}

/// The control a run belongs to, where that is one to be ticked.
pugi::xml_node checkbox_around(pugi::xml_node run) {
  for (pugi::xml_node at = run.parent(); at; at = at.parent()) {
    if (Name(at.name()) == "w:sdt") return at.child("w:sdtPr").child("w14:checkbox");
  }
  return {};
}

class ParagraphReader {
 public:
  ParagraphReader(DocxParagraph& out, const DocxStyles& styles, DocxFields& fields, DocxNotes& notes)
      : out_(out), styles_(styles), fields_(fields), notes_(notes) {}

  void read(pugi::xml_node paragraph) {
    const pugi::xml_node style = paragraph.child("w:pPr").child("w:pStyle");
    hidden_ = styles_.hidden.contains(Name(style.attribute("w:val").value()));
    inline_elements(paragraph);
  }

  void inline_elements(pugi::xml_node parent) {
    for (const pugi::xml_node child : children_of(parent, notes_)) {
      const Name name = child.name();
      if (name == "w:r") {
        run(child);
      } else if (name == "m:oMath" || name == "m:oMathPara") {
        if (!fields_.in_code()) math(child);
      } else {
        anchored(child);
      }
    }
  }

 private:
  void run(pugi::xml_node run) {
    const pugi::xml_node properties = run.child("w:rPr");
    std::string text;
    font_ = properties.child("w:rFonts").attribute("w:ascii").value();
    for (const pugi::xml_node child : children_of(run, notes_)) run_child(child, text);
    if (text.empty()) return;
    if (is_hidden(properties)) {
      ++notes_.hidden;
      return;
    }
    constexpr std::size_t kOneCharacter = 4;
    if (text.size() <= kOneCharacter) {
      if (const pugi::xml_node checkbox = checkbox_around(run))
        text = is_on(checkbox.child("w14:checked")) ? "☑" : "□";
    }
    if (Name(properties.child("w:vertAlign").attribute("w:val").value()) == "superscript") {
      append_raised(text, "");
    } else {
      out_.text += text;
    }
  }

  /// By itself, or else by its style, or else by that of the paragraph.
  bool is_hidden(pugi::xml_node properties) const {
    if (const pugi::xml_node own = properties.child("w:vanish")) return is_on(own);
    const Name style = properties.child("w:rStyle").attribute("w:val").value();
    return hidden_ || (!style.empty() && styles_.hidden.contains(style));
  }

  void run_child(pugi::xml_node child, std::string& text) {
    const Name name = child.name();
    if (name == "w:fldChar") {
      fields_.mark(child);
      if (fields_.in_code() && !fields_begin(child)) return;
    } else if (fields_.in_code()) {
      return;  // the code of a field
    }
    if (name == "w:t") {
      append_text(child, text);
    } else if (name == "w:tab" || name == "w:ptab") {
      text += '\t';
    } else if (name == "w:br" || name == "w:cr") {
      text += '\n';
    } else if (name == "w:noBreakHyphen") {
      text += '-';
    } else if (name == "w:sym") {
      append_symbol(child.attribute("w:font").value(),
                    static_cast<char32_t>(std::strtoul(child.attribute("w:char").value(), nullptr, 16)),
                    text);
    } else if (name == "w:fldChar") {
      if (const pugi::xml_node box = child.child("w:ffData").child("w:checkBox")) {
        const pugi::xml_node state = box.child("w:checked");
        text += is_on(state ? state : box.child("w:default")) ? "☑" : "□";
      }
      if (const pugi::xml_node list = child.child("w:ffData").child("w:ddList")) append_choice(list, text);
    } else if (name == "w:ruby") {
      for (const pugi::xml_node base : children_of(child.child("w:rubyBase"), notes_))
        for (const pugi::xml_node piece : base.children("w:t")) append_text(piece, text);
    } else {
      anchored(child);
    }
  }

  /// The beginning of a field that stands in no other's code: a box or a list shows itself.
  bool fields_begin(pugi::xml_node child) const {
    return fields_.depth_of_code() == 1 && child.child("w:ffData");
  }

  /// A list to choose from shows the entry chosen.
  static void append_choice(pugi::xml_node list, std::string& text) {
    const pugi::xml_node chosen = list.child("w:result") ? list.child("w:result") : list.child("w:default");
    int left = chosen.attribute("w:val").as_int(0);
    for (const pugi::xml_node entry : list.children("w:listEntry"))
      if (left-- == 0) text += entry.attribute("w:val").value();
  }

  void append_text(pugi::xml_node element, std::string& text) {
    for (const pugi::xml_node piece : element.children()) {
      if (piece.type() == pugi::node_pcdata || piece.type() == pugi::node_cdata)
        append_text(Name(piece.value()), text);
    }
  }

  /// Characters of the private area are codes of the run's symbol font.
  void append_text(Name piece, std::string& text) {
    for (std::size_t at = 0; at < piece.size();) {
      const base::CodePoint c = base::decode_at(piece, at);
      at += c.bytes;
      if (c.value >= 0xE000 && c.value <= 0xF8FF) {
        append_symbol(font_, c.value, text);
      } else {
        base::append_utf8(text, c.value == U'☐' ? U'□' : c.value);
      }
    }
  }

  void append_symbol(Name font, char32_t code, std::string& text) {
    constexpr char32_t kUnknown = 0xFFFD;
    const char32_t character = code > 0x10FFFF ? 0 : character_of_symbol(font, code);
    if (character == 0) ++notes_.symbols;
    base::append_utf8(text, character == 0 ? kUnknown : character);
  }

  /// Raised digits, so that 10⁴ does not become 104; other text with a mark before it.
  void append_raised(Name text, Name mark) {
    const std::u32string raised = superscript(text);
    for (const char32_t c : raised) base::append_utf8(out_.text, c);
    if (raised.empty()) out_.text.append(mark).append(text);
  }

  /// What a formula says in one line: a/b, 10⁴, √(x), (…).
  void math(pugi::xml_node node) {
    for (const pugi::xml_node child : children_of(node, notes_)) {
      const Name name = child.name();
      if (name == "m:t") {
        append_text(child, out_.text);
      } else if (name == "m:f") {
        math(child.child("m:num"));
        out_.text += '/';
        math(child.child("m:den"));
      } else if (name == "m:sup") {
        const std::size_t begin = out_.text.size();
        math(child);
        const std::string raised = out_.text.substr(begin);
        out_.text.resize(begin);
        append_raised(raised, "^");
      } else if (name == "m:rad") {
        out_.text += "√(";
        math(child.child("m:e"));
        out_.text += ')';
      } else if (name == "m:d") {
        const pugi::xml_node properties = child.child("m:dPr");
        out_.text += properties.child("m:begChr").attribute("m:val").as_string("(");
        math(child);
        out_.text += properties.child("m:endChr").attribute("m:val").as_string(")");
      } else {
        math(child);
      }
    }
  }

  /// Text boxes, pictures and embedded files of a drawing.
  void anchored(pugi::xml_node node) {
    const Name name = node.name();
    if (name == "w:txbxContent") {
      out_.boxes.push_back(node);
    } else if (name == "w:object") {
      ++notes_.embedded;
    } else if (name == "pic:pic" || name == "v:imagedata" || name == "c:chart" || name == "dgm:relIds") {
      ++notes_.pictures;
    } else if (name == "w:drawing" || name == "w:pict" || inside_drawing_) {
      const bool before = inside_drawing_;
      inside_drawing_ = true;
      for (const pugi::xml_node child : children_of(node, notes_)) anchored(child);
      inside_drawing_ = before;
    }
  }

  DocxParagraph& out_;
  const DocxStyles& styles_;
  DocxFields& fields_;
  DocxNotes& notes_;
  bool hidden_ = false;    ///< by the style of the paragraph
  std::string_view font_;  ///< of the run
  bool inside_drawing_ = false;
};

}  // namespace

std::vector<pugi::xml_node> children_of(pugi::xml_node parent, DocxNotes& notes) {
  std::vector<pugi::xml_node> out;
  look_through(parent, notes, out);
  return out;
}

DocxParagraph read_paragraph(pugi::xml_node paragraph, const DocxStyles& styles, DocxFields& fields,
                             DocxNotes& notes) {
  DocxParagraph out;
  ParagraphReader(out, styles, fields, notes).read(paragraph);
  notes.shapes += base::fold_same_shapes(out.text);
  return out;
}

bool is_on(pugi::xml_node flag) {
  if (!flag) return false;
  const pugi::xml_attribute word = flag.attribute("w:val");
  const Name value = (word ? word : flag.attribute("w14:val")).value();
  return value != "0" && value != "false" && value != "off";
}

}  // namespace jiheng::office
