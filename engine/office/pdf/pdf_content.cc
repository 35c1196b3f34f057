// Takes the content stream of a page, gives what it draws. Leaves text operators to pdf_text, what is seen to pdf_canvas, fonts
// to pdf_font, paths to pdf_paths, and what characters and lines make together to tables_on_page.
#include "engine/office/pdf/pdf_content.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "engine/office/pdf/content/pdf_canvas.h"
#include "engine/office/pdf/content/pdf_operands.h"
#include "engine/office/pdf/content/pdf_resources.h"
#include "engine/office/pdf/content/pdf_text.h"
#include "engine/office/pdf/pdf_annotations.h"
#include "engine/office/pdf/pdf_objects.h"
#include "engine/office/pdf/pdf_paths.h"
#include "engine/office/pdf/pdf_tokens.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kMaxSavedStates = 512;
constexpr double kWhite = 0.98;
constexpr std::size_t kMaxMarks = 512;

using ColourSpace = PdfColourSpace;

PdfOperand::Kind operand_kind(const PdfTokens::Token& token) {
  using Type = PdfTokens::Type;
  switch (token.getType()) {
    case Type::tt_integer:
    case Type::tt_real:
      return PdfOperand::Kind::number;
    case Type::tt_string:
      return PdfOperand::Kind::string;
    case Type::tt_name:
      return PdfOperand::Kind::name;
    default:
      return PdfOperand::Kind::other;
  }
}

class PdfContentReader {
 public:
  PdfContentReader(PdfPage& page, PdfShared& shared, const PdfMatrix& matrix)
      : page_(page),
        shared_(shared),
        canvas_(page),
        text_(canvas_, state_, [this](const std::string& name) { return resources_.font_named(name); }) {
    state_.matrix = matrix;
    state_.clip = {0, 0, page.width, page.height};
  }

  void read(std::string content, const QPDFObjectHandle& resources, int depth) {
    if (content.size() > kMaxPageBytes - used_) {
      page_.cut = true;
      return;
    }
    used_ += content.size() + 64;
    const std::size_t outer_floor = std::exchange(floor_, saved_.size());
    PdfResources outer = std::exchange(resources_, PdfResources(shared_, resources));
    PdfTokens tokens(content);
    PdfOperands outer_operands = std::exchange(operands_, {});
    const std::vector<bool> outer_marks = marks_;
    while (true) {
      const PdfTokens::Token& token = tokens.next();
      if (token.getType() == PdfTokens::Type::tt_eof) break;
      if (++page_.work > shared_.work_left) page_.cut = page_.work_ended = true;
      if (token.getType() != PdfTokens::Type::tt_word) {
        operands_.put(operand_kind(token), token.getValue());
        if (page_.cut) break;
        continue;
      }
      if (token.getValue() == "ID") {
        tokens.pass_inline_image();
        picture(false);
      } else {
        run(token.getValue(), depth);
      }
      operands_.clear();
      if (page_.cut) break;
    }
    saved_.resize(floor_);
    floor_ = outer_floor;
    resources_ = std::move(outer);
    operands_ = std::move(outer_operands);
    marks_ = outer_marks;
  }

  /// A field, drawn over the content. Its picture has resources of its own, or those of the page.
  void draw(const PdfAnnotation& annotation, const QPDFObjectHandle& resources) {
    resources_ = PdfResources(shared_, resources);
    const PdfMatrix& m = state_.matrix;
    const PdfBox& r = annotation.box;
    const PdfBox box = box_around({m(r.left, r.top), m(r.right, r.bottom)});
    switch (annotation.kind) {
      case PdfAnnotation::Kind::picture: {
        const PdfDrawState outer = state_;
        state_.matrix = annotation.matrix.then(state_.matrix);
        draw_form(annotation.picture, 0);
        state_ = outer;
        break;
      }
      case PdfAnnotation::Kind::tick_box:
        canvas_.tick_box(box, annotation.ticked);
        break;
      case PdfAnnotation::Kind::text:
        canvas_.write_in(box, annotation.text);
        break;
    }
  }

  /// Behind all that is drawn.
  void finish() { canvas_.finish(); }

 private:
  double number(std::size_t back) const { return operands_.number(back); }
  PdfPoint point(std::size_t back) const { return state_.matrix(number(back), number(back - 1)); }

  void run(const std::string& name, int depth) {
    switch (name.size()) {
      case 1:
        one_letter(name[0]);
        break;
      case 2:
        two_letters(name[0], name[1], depth);
        break;
      default:
        if (name == "SCN") state_.white_stroke = is_white_in(state_.stroke_space);
        if (name == "scn") state_.white_fill = is_white_in(state_.fill_space);
        if (name == "BDC" || name == "BMC") begin_mark();
        if (name == "EMC" && !marks_.empty()) marks_.pop_back();
        break;
    }
  }

  void one_letter(char name) {
    switch (name) {
      case 'q':
        if (saved_.size() < kMaxSavedStates)
          saved_.push_back(state_);
        else
          ++unsaved_;
        break;
      case 'Q':
        if (unsaved_ > 0) {
          --unsaved_;
        } else if (saved_.size() > floor_) {
          state_ = std::move(saved_.back());
          saved_.pop_back();
        }
        break;
      case 'w':
        state_.line_width = number(1);
        break;
      case 'm':
        path_.move_to(point(2));
        break;
      case 'l':
        path_.line_to(point(2));
        break;
      case 'c':
      case 'v':
      case 'y':
        path_.curve_to(point(2));
        break;
      case 'h':
        path_.close();
        break;
      case 's':
        path_.close();
        stroke();
        end_path();
        break;
      case 'S':
        stroke();
        end_path();
        break;
      case 'f':
      case 'F':
        fill();
        end_path();
        break;
      case 'b':
        path_.close();
        fill();
        stroke();
        end_path();
        break;
      case 'B':
        fill();
        stroke();
        end_path();
        break;
      case 'n':
        end_path();
        break;
      case 'W':
        clips_ = true;
        break;
      case 'g':
        set_fill(ColourSpace::light);
        break;
      case 'G':
        set_stroke(ColourSpace::light);
        break;
      case 'k':
        set_fill(ColourSpace::inks);
        break;
      case 'K':
        set_stroke(ColourSpace::inks);
        break;
      case '\'':
        text_.show_on_next_line(operands_, is_on_hidden_layer());
        break;
      case '"':
        state_.text.word_space = number(3);
        state_.text.letter_space = number(2);
        text_.show_on_next_line(operands_, is_on_hidden_layer());
        break;
      default:
        break;
    }
  }

  void two_letters(char first, char second, int depth) {
    if (first == 'T') return text_.run(second, operands_, is_on_hidden_layer());
    if (first == 'B' && second == 'T') {
      text_.begin();
    } else if (first == 'r' && second == 'e') {
      rectangle();
    } else if (first == 'c' && second == 'm') {
      state_.matrix =
          PdfMatrix{number(6), number(5), number(4), number(3), number(2), number(1)}.then(state_.matrix);
    } else if (first == 'D' && second == 'o') {
      if (operands_.count() > 0) draw(operands_.text(1), depth);
    } else if (first == 'g' && second == 's') {
      if (operands_.count() > 0) graphics_state(operands_.text(1));
    } else if (first == 'W') {
      clips_ = true;
    } else if (second == '*') {
      if (first == 'b') path_.close();
      if (first == 'f' || first == 'b' || first == 'B') fill();
      if (first == 'b' || first == 'B') stroke();
      end_path();
    } else if (first == 'r' && second == 'g') {
      set_fill(ColourSpace::light);
    } else if (first == 'R' && second == 'G') {
      set_stroke(ColourSpace::light);
    } else if (first == 's' && second == 'c') {
      state_.white_fill = is_white_in(state_.fill_space);
    } else if (first == 'S' && second == 'C') {
      state_.white_stroke = is_white_in(state_.stroke_space);
    } else if (first == 'c' && second == 's') {
      state_.fill_space = resources_.colour_space(operands_.text(1));
      state_.white_fill = false;
    } else if (first == 'C' && second == 'S') {
      state_.stroke_space = resources_.colour_space(operands_.text(1));
      state_.white_stroke = false;
    }
  }

  void set_fill(ColourSpace space) {
    state_.fill_space = space;
    state_.white_fill = is_white_in(space);
  }
  void set_stroke(ColourSpace space) {
    state_.stroke_space = space;
    state_.white_stroke = is_white_in(space);
  }

  bool is_white_in(ColourSpace space) const {
    const std::size_t inks = space == ColourSpace::inks ? 4 : 0;
    const std::size_t count = operands_.count();
    if (space == ColourSpace::other || (inks == 0 ? count != 1 && count != 3 : count != inks)) return false;
    for (std::size_t i = 0; i < count; ++i) {
      const PdfOperand& operand = operands_[i];
      if (operand.kind != PdfOperand::Kind::number ||
          (inks == 0 ? operand.number < kWhite : operand.number > 1 - kWhite))
        return false;
    }
    return true;
  }

  void begin_mark() {
    if (marks_.size() >= kMaxMarks) return;
    bool hidden = is_on_hidden_layer();
    if (operands_.text(2) == "/OC")
      hidden = hidden || shared_.layers.hides(resources_.named("/Properties", operands_.text(1)));
    marks_.push_back(hidden);
  }
  bool is_on_hidden_layer() const { return !marks_.empty() && marks_.back(); }

  void rectangle() {
    const double x = number(4);
    const double y = number(3);
    const double right = x + number(2);
    const double top = y + number(1);
    path_.move_to(state_.matrix(x, y));
    path_.line_to(state_.matrix(right, y));
    path_.line_to(state_.matrix(right, top));
    path_.line_to(state_.matrix(x, top));
    path_.close();
  }

  void stroke() {
    if (!is_on_hidden_layer()) canvas_.stroke(path_, state_);
  }
  void fill() {
    if (!is_on_hidden_layer()) canvas_.fill(path_, state_);
  }
  void picture(bool full) {
    if (!is_on_hidden_layer()) canvas_.picture(state_, full);
  }

  void end_path() {
    if (clips_ && !path_.empty()) clip_by(path_.box());
    clips_ = false;
    path_.clear();
  }

  void clip_by(const PdfBox& box) {
    const auto shared = shared_box(state_.clip, box);
    state_.clipped_away = state_.clipped_away || !shared;
    if (shared) state_.clip = *shared;
  }

  void graphics_state(const std::string& name) {
    QPDFObjectHandle settings = resources_.named("/ExtGState", name);
    if (!settings.isDictionary()) return;
    QPDFObjectHandle width = settings.getKey("/LW");
    if (width.isNumber()) state_.line_width = width.getNumericValue();
    QPDFObjectHandle alpha = settings.getKey("/ca");
    if (alpha.isNumber()) state_.alpha = alpha.getNumericValue();
    QPDFObjectHandle mode = settings.getKey("/BM");
    QPDFObjectHandle mask = settings.getKey("/SMask");
    if (mode.isName()) state_.blended = mode.getName() != "/Normal";
    state_.blended = state_.blended || mask.isDictionary();
    QPDFObjectHandle font = settings.getKey("/Font");
    if (font.isArray() && font.getArrayNItems() == 2 && font.getArrayItem(1).isNumber()) {
      state_.text.font = resources_.font(font.getArrayItem(0));
      state_.text.size = font.getArrayItem(1).getNumericValue();
    }
  }

  void draw(const std::string& name, int depth) {
    QPDFObjectHandle object = resources_.named("/XObject", name);
    if (!object.isStream()) return;
    QPDFObjectHandle settings = object.getDict();
    QPDFObjectHandle kind = settings.getKey("/Subtype");
    if (!kind.isName() || shared_.layers.hides(settings.getKey("/OC"))) return;
    if (kind.getName() == "/Image")
      return picture(!settings.hasKey("/SMask") && !settings.hasKey("/Mask") &&
                     !settings.hasKey("/ImageMask"));
    if (kind.getName() != "/Form") return;
    if (depth >= kMaxFormDepth) {
      page_.cut = true;
      return;
    }
    draw_form(object, depth);
  }

  void draw_form(QPDFObjectHandle object, int depth) {
    QPDFObjectHandle settings = object.getDict();
    const PdfDrawState outer = state_;
    const PdfText::Spot outer_spot = text_.spot();
    state_.matrix = matrix_or_none(settings.getKey("/Matrix")).then(state_.matrix);
    QPDFObjectHandle box = settings.getKey("/BBox");
    if (box.isRectangle()) {
      const QPDFObjectHandle::Rectangle r = box.getArrayAsRectangle();
      const PdfMatrix& m = state_.matrix;
      clip_by(box_around({m(r.llx, r.lly), m(r.urx, r.lly), m(r.llx, r.ury), m(r.urx, r.ury)}));
    }
    QPDFObjectHandle resources = settings.getKey("/Resources");
    read(shared_.stream(object), resources.isDictionary() ? resources : resources_.dictionary(), depth + 1);
    state_ = outer;
    text_.go_back(outer_spot);
  }

  PdfPage& page_;
  PdfShared& shared_;
  PdfResources resources_{shared_, QPDFObjectHandle::newNull()};
  PdfOperands operands_;
  PdfDrawState state_;
  std::vector<PdfDrawState> saved_;
  std::size_t floor_ = 0;  ///< of this form: states below belong to those around it
  std::size_t unsaved_ = 0;
  PdfPath path_;
  std::vector<bool> marks_;  ///< of marked content that is open: whether it is hidden
  bool clips_ = false;
  std::size_t used_ = 0;
  PdfCanvas canvas_;
  PdfText text_;
};

PdfBox page_box(const QPDFObjectHandle& page) {
  constexpr double kA4Width = 595;
  constexpr double kA4Height = 842;
  std::optional<PdfBox> box;
  for (const char* key : {"/MediaBox", "/CropBox"}) {
    QPDFObjectHandle value = inherited(page, key, kDeepestPage);
    if (!value.isRectangle()) continue;
    const QPDFObjectHandle::Rectangle r = value.getArrayAsRectangle();
    const PdfBox found = box_around({{r.llx, r.lly}, {r.urx, r.ury}});
    if (found.width() < 1 || found.height() < 1 || found.width() > kFarthest || found.height() > kFarthest)
      continue;
    box = box ? shared_box(*box, found) : found;
    if (!box) box = found;
  }
  return box.value_or(PdfBox{0, 0, kA4Width, kA4Height});
}

}  // namespace

PdfPage page_from_content(QPDFObjectHandle object, PdfShared& shared) {
  PdfPage page;
  const PdfBox box = page_box(object);
  QPDFObjectHandle rotate = inherited(object, "/Rotate", kDeepestPage);
  const int quarters =
      rotate.isInteger() ? static_cast<int>(((rotate.getIntValue() % 360 + 360) % 360) / 90) : 0;
  page.width = quarters % 2 == 0 ? box.width() : box.height();
  page.height = quarters % 2 == 0 ? box.height() : box.width();
  const PdfMatrix matrices[] = {{1, 0, 0, -1, -box.left, box.bottom},
                                {0, 1, 1, 0, -box.top, -box.left},
                                {-1, 0, 0, 1, box.right, -box.top},
                                {0, -1, -1, 0, box.bottom, box.right}};
  PdfContentReader reader(page, shared, matrices[quarters]);
  QPDFObjectHandle contents = object.getKey("/Contents");
  std::string content;
  if (contents.isArray()) {
    for (QPDFObjectHandle& part : contents.getArrayAsVector()) {
      if (part.isStream() && content.size() <= kMaxPageBytes) content += shared.stream(part) + "\n";
    }
  } else if (contents.isStream()) {
    content = shared.stream(contents);
  }
  QPDFObjectHandle resources = inherited(object, "/Resources", kDeepestPage);
  reader.read(std::move(content), resources, 0);
  for (const PdfAnnotation& annotation : annotations_of(object, shared.layers))
    reader.draw(annotation, resources);
  reader.finish();
  return page;
}

}  // namespace jiheng::office
