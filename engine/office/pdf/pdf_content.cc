// Takes the content stream of a page, gives what it draws. Leaves fonts to pdf_font, paths to pdf_paths, and what characters
// and lines make together to tables_on_page.
#include "engine/office/pdf/pdf_content.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/real.h"
#include "engine/base/same_shapes.h"
#include "engine/base/text.h"
#include "engine/office/pdf/pdf_annotations.h"
#include "engine/office/pdf/pdf_cover.h"
#include "engine/office/pdf/pdf_font.h"
#include "engine/office/pdf/pdf_objects.h"
#include "engine/office/pdf/pdf_paths.h"
#include "engine/office/pdf/pdf_tokens.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kMaxOperands = 20000;
constexpr std::size_t kMaxSavedStates = 512;
constexpr double kAscent = 0.88;  ///< of an em above the base line
constexpr double kFarthest = 1e6;
constexpr double kAreaFrom = 4;  ///< wide and high: a thinner one is a line
constexpr double kWhite = 0.98;
constexpr double kSeen = 0.05;  ///< more transparent is not seen
constexpr double kFull = 0.95;  ///< less lets through what is below
constexpr std::size_t kMaxMarks = 512;

/// What the numbers of a colour are.
enum class ColourSpace { light, inks, other };

struct Operand {
  enum class Kind { number, string, name, other } kind = Kind::other;
  double number = 0;
  std::string text;
};

struct TextState {
  std::shared_ptr<PdfFont> font;
  double size = 0;
  double letter_space = 0;
  double word_space = 0;
  double stretch = 1;
  double leading = 0;
  double rise = 0;
  int mode = 0;
};

struct DrawState {
  PdfMatrix matrix;
  PdfBox clip;
  bool clipped_away = false;
  double line_width = 1;
  bool white_stroke = false;
  bool white_fill = false;
  ColourSpace fill_space = ColourSpace::light;
  ColourSpace stroke_space = ColourSpace::light;
  double alpha = 1;
  bool blended = false;  ///< mixed with what is below, or through a mask
  TextState text;
};

double number_in(std::string_view digits) {
  // A number that is written as 1.5-3 or --2 counts up to where it makes sense.
  if (digits.starts_with('+')) digits.remove_prefix(1);
  return std::clamp(base::read_real(digits, false).value, -kFarthest, kFarthest);
}

PdfWay way_of(double x, double y) {
  constexpr double kStraight = 4;  // one to four: about 14 degrees
  if (std::abs(x) >= kStraight * std::abs(y)) return x >= 0 ? PdfWay::right : PdfWay::left;
  if (std::abs(y) >= kStraight * std::abs(x)) return y >= 0 ? PdfWay::down : PdfWay::up;
  return PdfWay::slanted;
}

class PdfContentReader {
 public:
  PdfContentReader(PdfPage& page, PdfShared& shared, const PdfMatrix& matrix) : page_(page), shared_(shared) {
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
    const QPDFObjectHandle outer = std::exchange(resources_, resources);
    std::map<std::string, std::shared_ptr<PdfFont>> outer_fonts = std::exchange(named_fonts_, {});
    PdfTokens tokens(content);
    std::vector<Operand> outer_operands = std::exchange(operands_, {});
    const std::size_t outer_count = std::exchange(count_, 0);
    const std::vector<bool> outer_marks = marks_;
    while (true) {
      const PdfTokens::Token& token = tokens.next();
      if (token.getType() == PdfTokens::Type::tt_eof) break;
      if (token.getType() != PdfTokens::Type::tt_word) {
        put_operand(token);
        continue;
      }
      if (token.getValue() == "ID") {
        tokens.pass_inline_image();
        picture();
      } else {
        run(token.getValue(), depth);
      }
      count_ = 0;
      if (page_.cut) break;
    }
    saved_.resize(floor_);
    floor_ = outer_floor;
    resources_ = outer;
    named_fonts_ = std::move(outer_fonts);
    operands_ = std::move(outer_operands);
    count_ = outer_count;
    marks_ = outer_marks;
  }

  /// A field, drawn over the content. Its picture has resources of its own, or those of the page.
  void draw(const PdfAnnotation& annotation, const QPDFObjectHandle& resources) {
    resources_ = resources;
    const PdfMatrix& m = state_.matrix;
    const PdfBox& r = annotation.box;
    const PdfBox box = box_around({m(r.left, r.top), m(r.right, r.bottom)});
    switch (annotation.kind) {
      case PdfAnnotation::Kind::picture: {
        const DrawState outer = state_;
        state_.matrix = annotation.matrix.then(state_.matrix);
        draw_form(annotation.picture, 0);
        state_ = outer;
        break;
      }
      case PdfAnnotation::Kind::tick_box:
        std::erase_if(page_.glyphs, [&box](const PdfGlyph& glyph) {
          return (glyph.character == U'□' || glyph.character == U'☐') && shared_box(glyph.box, box);
        });
        put_glyph(annotation.ticked ? U'☑' : U'□', box, PdfWay::right);
        break;
      case PdfAnnotation::Kind::text:
        write_in(box, annotation.text);
        break;
    }
  }

  /// Behind all that is drawn.
  void finish() {
    add_dotted_rules(std::move(dots_), page_.rules);
    cover_.take_covered(page_);
  }

 private:
  void put_operand(const PdfTokens::Token& token) {
    using Type = PdfTokens::Type;
    if (count_ >= kMaxOperands) return;
    if (count_ == operands_.size()) operands_.emplace_back();
    Operand& operand = operands_[count_++];
    switch (token.getType()) {
      case Type::tt_integer:
      case Type::tt_real:
        operand.kind = Operand::Kind::number;
        operand.number = number_in(token.getValue());
        break;
      case Type::tt_string:
        operand.kind = Operand::Kind::string;
        operand.text = token.getValue();
        break;
      case Type::tt_name:
        operand.kind = Operand::Kind::name;
        operand.text = token.getValue();
        break;
      default:
        operand.kind = Operand::Kind::other;
        break;
    }
  }

  /// The number `back` places before the operator; 0 where there is none.
  double number(std::size_t back) const {
    if (back > count_ || operands_[count_ - back].kind != Operand::Kind::number) return 0;
    return operands_[count_ - back].number;
  }
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
        next_line();
        show(count_ == 0 ? nullptr : &operands_[count_ - 1]);
        break;
      case '"':
        state_.text.word_space = number(3);
        state_.text.letter_space = number(2);
        next_line();
        show(count_ == 0 ? nullptr : &operands_[count_ - 1]);
        break;
      default:
        break;
    }
  }

  void two_letters(char first, char second, int depth) {
    TextState& text = state_.text;
    if (first == 'T') {
      switch (second) {
        case 'c':
          text.letter_space = number(1);
          break;
        case 'w':
          text.word_space = number(1);
          break;
        case 'z':
          text.stretch = number(1) / 100;
          break;
        case 'L':
          text.leading = number(1);
          break;
        case 's':
          text.rise = number(1);
          break;
        case 'r':
          text.mode = static_cast<int>(number(1));
          break;
        case 'f':
          if (count_ >= 2) text.font = font_named(operands_[count_ - 2].text);
          text.size = number(1);
          break;
        case 'd':
          move_line(number(2), number(1));
          break;
        case 'D':
          text.leading = -number(1);
          move_line(number(2), number(1));
          break;
        case '*':
          next_line();
          break;
        case 'm':
          line_ = {number(6), number(5), number(4), number(3), number(2), number(1)};
          text_ = line_;
          break;
        case 'j':
          show(count_ == 0 ? nullptr : &operands_[count_ - 1]);
          break;
        case 'J':
          show_list();
          break;
        default:
          break;
      }
      return;
    }
    if (first == 'B' && second == 'T') {
      line_ = text_ = {};
    } else if (first == 'r' && second == 'e') {
      rectangle();
    } else if (first == 'c' && second == 'm') {
      state_.matrix =
          PdfMatrix{number(6), number(5), number(4), number(3), number(2), number(1)}.then(state_.matrix);
    } else if (first == 'D' && second == 'o') {
      if (count_ > 0) draw(operands_[count_ - 1].text, depth);
    } else if (first == 'g' && second == 's') {
      if (count_ > 0) graphics_state(operands_[count_ - 1].text);
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
      state_.fill_space = named_space();
      state_.white_fill = false;
    } else if (first == 'C' && second == 'S') {
      state_.stroke_space = named_space();
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
    if (space == ColourSpace::other || (inks == 0 ? count_ != 1 && count_ != 3 : count_ != inks))
      return false;
    return std::all_of(operands_.begin(), operands_.begin() + static_cast<std::ptrdiff_t>(count_),
                       [inks](const Operand& operand) {
                         return operand.kind == Operand::Kind::number &&
                                (inks == 0 ? operand.number >= kWhite : operand.number <= 1 - kWhite);
                       });
  }

  /// The colour space that the operand names. Of spot colours and palettes nothing is known.
  ColourSpace named_space() {
    if (count_ == 0) return ColourSpace::other;
    const std::string& name = operands_[count_ - 1].text;
    if (name == "/DeviceGray" || name == "/DeviceRGB") return ColourSpace::light;
    if (name == "/DeviceCMYK") return ColourSpace::inks;
    QPDFObjectHandle space = resource("/ColorSpace", name);
    QPDFObjectHandle kind = space.isArray() && space.getArrayNItems() > 0 ? space.getArrayItem(0) : space;
    if (!kind.isName()) return ColourSpace::other;
    if (kind.getName() == "/CalGray" || kind.getName() == "/CalRGB") return ColourSpace::light;
    if (kind.getName() != "/ICCBased" || space.getArrayNItems() < 2) return ColourSpace::other;
    QPDFObjectHandle profile = space.getArrayItem(1);
    QPDFObjectHandle count = profile.isStream() ? profile.getDict().getKey("/N") : profile;
    return count.isInteger() && count.getIntValue() == 4 ? ColourSpace::inks : ColourSpace::light;
  }

  void begin_mark() {
    if (marks_.size() >= kMaxMarks) return;
    bool hidden = is_on_hidden_layer();
    if (count_ >= 2 && operands_[count_ - 2].text == "/OC")
      hidden = hidden || shared_.layers.hides(resource("/Properties", operands_[count_ - 1].text));
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
    if (state_.white_stroke || state_.clipped_away || path_.empty() || is_on_hidden_layer()) return;
    path_.stroke(state_.line_width * state_.matrix.scale(), state_.clip, page_.rules);
    if (page_.rules.size() > kMaxPageRules) page_.cut = true;
  }

  void fill() {
    if (state_.clipped_away || path_.empty() || is_on_hidden_layer()) return;
    if (const auto area = path_.rectangle(); area && is_full()) cover(*area, state_.white_fill);
    if (state_.white_fill) return;
    path_.fill(state_.clip, page_.rules, dots_);
    if (page_.rules.size() > kMaxPageRules || dots_.size() > kMaxPageRules) page_.cut = true;
  }

  bool is_full() const { return state_.alpha > kFull && !state_.blended; }

  void cover(const PdfBox& area, bool white) {
    const auto seen = shared_box(area, state_.clip);
    if (seen && std::min(seen->width(), seen->height()) > kAreaFrom)
      cover_.paint(*seen, white, page_.glyphs.size());
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

  /// The unit square, where a picture stands.
  void picture(bool full = false) {
    if (is_on_hidden_layer()) return;
    const PdfMatrix& m = state_.matrix;
    const PdfBox box = box_around({m(0, 0), m(1, 0), m(0, 1), m(1, 1)});
    const auto seen = shared_box(box, state_.clip);
    if (!seen || state_.clipped_away) return;
    page_.picture_area += seen->width() * seen->height();
    if (full && is_full()) cover(box, false);
  }

  QPDFObjectHandle resource(const std::string& kind, const std::string& name) {
    if (!resources_.isDictionary()) return QPDFObjectHandle::newNull();
    QPDFObjectHandle list = resources_.getKey(kind);
    return list.isDictionary() ? list.getKey(name) : QPDFObjectHandle::newNull();
  }

  std::shared_ptr<PdfFont> font_of(QPDFObjectHandle font) {
    if (!font.isDictionary()) return nullptr;
    const QPDFObjGen id = font.getObjGen();
    if (!font.isIndirect()) return std::make_shared<PdfFont>(font, shared_.stream);
    auto& known = shared_.fonts[{id.getObj(), id.getGen()}];
    if (!known) known = std::make_shared<PdfFont>(font, shared_.stream);
    return known;
  }

  std::shared_ptr<PdfFont> font_named(const std::string& name) {
    auto known = named_fonts_.find(name);
    if (known == named_fonts_.end())
      known = named_fonts_.emplace(name, font_of(resource("/Font", name))).first;
    return known->second;
  }

  void graphics_state(const std::string& name) {
    QPDFObjectHandle settings = resource("/ExtGState", name);
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
      state_.text.font = font_of(font.getArrayItem(0));
      state_.text.size = font.getArrayItem(1).getNumericValue();
    }
  }

  void draw(const std::string& name, int depth) {
    QPDFObjectHandle object = resource("/XObject", name);
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
    const DrawState outer = state_;
    const PdfMatrix outer_line = line_;
    const PdfMatrix outer_text = text_;
    state_.matrix = matrix_or_none(settings.getKey("/Matrix")).then(state_.matrix);
    QPDFObjectHandle box = settings.getKey("/BBox");
    if (box.isRectangle()) {
      const QPDFObjectHandle::Rectangle r = box.getArrayAsRectangle();
      const PdfMatrix& m = state_.matrix;
      clip_by(box_around({m(r.llx, r.lly), m(r.urx, r.lly), m(r.llx, r.ury), m(r.urx, r.ury)}));
    }
    QPDFObjectHandle resources = settings.getKey("/Resources");
    read(shared_.stream(object), resources.isDictionary() ? resources : resources_, depth + 1);
    state_ = outer;
    line_ = outer_line;
    text_ = outer_text;
  }

  void move_line(double x, double y) {
    line_ = PdfMatrix{1, 0, 0, 1, x, y}.then(line_);
    text_ = line_;
  }
  void next_line() { move_line(0, -state_.text.leading); }

  void show_list() {
    for (std::size_t i = 0; i < count_; ++i) {
      if (operands_[i].kind == Operand::Kind::string) {
        show(&operands_[i]);
      } else if (operands_[i].kind == Operand::Kind::number) {
        const double back = operands_[i].number / 1000 * state_.text.size;
        const bool vertical = state_.text.font && state_.text.font->vertical();
        advance(vertical ? 0 : -back * state_.text.stretch, vertical ? -back : 0);
      }
    }
  }

  void advance(double x, double y) { text_ = PdfMatrix{1, 0, 0, 1, x, y}.then(text_); }

  void show(const Operand* string) {
    const TextState& text = state_.text;
    if (string == nullptr || string->kind != Operand::Kind::string || !text.font) return;
    shown_.clear();
    text.font->characters_of(string->text, shown_);
    const bool vertical = text.font->vertical();
    for (const PdfCharacter* character : shown_) {
      const double space = text.letter_space + (character->space ? text.word_space : 0);
      if (vertical) {
        put(*character, -0.5 * text.size * text.stretch, -text.size, text.size * text.stretch, text.size,
            true);
        advance(0, -text.size - space);
      } else {
        const double width = character->width * text.size * text.stretch;
        put(*character, 0, text.rise - (1 - kAscent) * text.size, width, text.size, false);
        advance(width + space * text.stretch, 0);
      }
    }
  }

  /// A character in a box of the space of the text: its lower left corner, width and height.
  void put(const PdfCharacter& character, double x, double y, double width, double height, bool vertical) {
    if (character.text.empty()) return;
    const bool unseen =
        state_.text.mode == 3 || state_.text.mode == 7 || state_.alpha < kSeen || is_on_hidden_layer();
    const bool white = state_.text.mode == 1 ? state_.white_stroke : state_.white_fill;
    const PdfMatrix m = text_.then(state_.matrix);
    const PdfPoint origin = m(0, 0);
    const PdfPoint along = vertical ? m(0, -1) : m(1, 0);
    // Characters of vertical text stand upright one below the other: each is a line of its own.
    PdfWay way = way_of(along.x - origin.x, along.y - origin.y);
    if (vertical) way = way == PdfWay::down ? PdfWay::right : PdfWay::slanted;
    const double step = width / static_cast<double>(character.text.size());
    for (std::size_t i = 0; i < character.text.size(); ++i) {
      const double left = x + step * static_cast<double>(i);
      const PdfBox box =
          box_around({m(left, y), m(left + step, y), m(left, y + height), m(left + step, y + height)});
      if (state_.clipped_away ||
          !shared_box({box.centre(), box.middle(), box.centre(), box.middle()}, state_.clip))
        continue;
      if (unseen || (white && !cover_.shows_white(box))) {
        if (character.text[i] != U' ') ++page_.invisible;
        continue;
      }
      put_glyph(character.text[i], box, way);
    }
  }

  void put_glyph(char32_t character, const PdfBox& box, PdfWay way) {
    if (page_.glyphs.size() >= kMaxPageGlyphs) {
      page_.cut = true;
      return;
    }
    const char32_t c = base::fold_same_shape(character);
    if (c != character) ++page_.shapes;
    if (c == U'\uFFFD') ++page_.unknown;
    page_.glyphs.push_back({c, box, way});
  }

  /// A text that comes without its picture, on one line.
  void write_in(const PdfBox& box, const std::string& text) {
    constexpr double kLargest = 12;
    const double size = std::min(kLargest, 0.8 * box.height());
    double x = box.left + size / 4;
    for (std::size_t at = 0; at < text.size();) {
      const base::CodePoint c = base::decode_at(text, at);
      at += c.bytes;
      const double width = c.value < 0x80 ? size / 2 : size;
      const PdfBox place{x, box.middle() - size / 2, x + width, box.middle() + size / 2};
      if (!base::is_control(c.value))
        put_glyph(base::is_white_space(c.value) ? U' ' : c.value, place, PdfWay::right);
      x += width;
    }
  }

  PdfPage& page_;
  PdfShared& shared_;
  QPDFObjectHandle resources_;
  std::map<std::string, std::shared_ptr<PdfFont>> named_fonts_;  ///< of these resources
  std::vector<Operand> operands_;  ///< kept, so that their texts keep their room
  std::size_t count_ = 0;          ///< how many of them there are
  DrawState state_;
  std::vector<DrawState> saved_;
  std::size_t floor_ = 0;  ///< of this form: states below belong to those around it
  std::size_t unsaved_ = 0;
  PdfPath path_;
  std::vector<PdfBox> dots_;
  PdfCover cover_;
  std::vector<bool> marks_;  ///< of marked content that is open: whether it is hidden
  bool clips_ = false;
  PdfMatrix line_;
  PdfMatrix text_;
  std::vector<const PdfCharacter*> shown_;
  std::size_t used_ = 0;
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
