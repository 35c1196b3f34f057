// Takes a page, gives its fields. Leaves drawing their pictures to pdf_content.
#include "engine/office/pdf/pdf_annotations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "engine/office/pdf/pdf_objects.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kMaxAnnotations = 5000;
constexpr double kFar = 1e6;

long long whole_or_none(QPDFObjectHandle object) { return object.isInteger() ? object.getIntValue() : 0; }

std::optional<PdfBox> box_of_rectangle(QPDFObjectHandle array) {
  if (!array.isRectangle()) return std::nullopt;
  const QPDFObjectHandle::Rectangle r = array.getArrayAsRectangle();
  const auto sane = [](double value) { return std::clamp(value, -kFar, kFar); };
  return box_around({{sane(r.llx), sane(r.lly)}, {sane(r.urx), sane(r.ury)}});
}

/// The picture of the state the field is in.
QPDFObjectHandle picture_of(QPDFObjectHandle field) {
  QPDFObjectHandle pictures = field.getKey("/AP");
  QPDFObjectHandle usual = pictures.isDictionary() ? pictures.getKey("/N") : pictures;
  if (usual.isStream()) return usual;
  const std::string state = name_or_none(field.getKey("/AS"));
  return usual.isDictionary() && !state.empty() ? usual.getKey(state) : QPDFObjectHandle::newNull();
}

/// That brings the picture into its rectangle.
PdfMatrix placed(QPDFObjectHandle picture, const PdfBox& rectangle) {
  QPDFObjectHandle settings = picture.getDict();
  const PdfMatrix own = matrix_or_none(settings.getKey("/Matrix"));
  const auto box = box_of_rectangle(settings.getKey("/BBox"));
  if (!box) return {};
  const PdfBox drawn = box_around({own(box->left, box->top), own(box->right, box->top),
                                   own(box->left, box->bottom), own(box->right, box->bottom)});
  if (drawn.width() <= 0 || drawn.height() <= 0) return {};
  const double x = rectangle.width() / drawn.width();
  const double y = rectangle.height() / drawn.height();
  return {x, 0, 0, y, rectangle.left - drawn.left * x, rectangle.top - drawn.top * y};
}

bool is_shown(QPDFObjectHandle annotation, const PdfLayers& layers) {
  constexpr long long kHiddenOrNoView = 2 | 32;
  return (whole_or_none(annotation.getKey("/F")) & kHiddenOrNoView) == 0 &&
         !layers.hides(annotation.getKey("/OC"));
}

std::optional<PdfAnnotation> annotation_of(QPDFObjectHandle object) {
  constexpr long long kPushButton = 1LL << 16;
  const std::string kind = name_or_none(object.getKey("/Subtype"));
  if (kind != "/Widget" && kind != "/FreeText") return std::nullopt;
  const auto rectangle = box_of_rectangle(object.getKey("/Rect"));
  if (!rectangle) return std::nullopt;
  PdfAnnotation out;
  out.box = *rectangle;
  const std::string type = name_or_none(inherited(object, "/FT", kDeepestField));
  if (kind == "/Widget" && type == "/Btn" &&
      (whole_or_none(inherited(object, "/Ff", kDeepestField)) & kPushButton) == 0) {
    const std::string state = name_or_none(object.getKey("/AS"));
    out.kind = PdfAnnotation::Kind::tick_box;
    out.ticked = !state.empty() && state != "/Off";
    return out;
  }
  out.picture = picture_of(object);
  if (out.picture.isStream()) {
    out.matrix = placed(out.picture, out.box);
    return out;
  }
  QPDFObjectHandle value =
      kind == "/FreeText" ? object.getKey("/Contents") : inherited(object, "/V", kDeepestField);
  if (!value.isString()) return std::nullopt;
  out.kind = PdfAnnotation::Kind::text;
  out.text = value.getUTF8Value();
  return out.text.empty() ? std::nullopt : std::optional(std::move(out));
}

}  // namespace

PdfMatrix matrix_or_none(QPDFObjectHandle array) {
  if (!array.isArray() || array.getArrayNItems() != 6) return {};
  std::array<double, 6> n{};
  for (int i = 0; i < 6; ++i) {
    QPDFObjectHandle item = array.getArrayItem(i);
    if (!item.isNumber()) return {};
    n[static_cast<std::size_t>(i)] = std::clamp(item.getNumericValue(), -kFar, kFar);
  }
  return {n[0], n[1], n[2], n[3], n[4], n[5]};
}

std::vector<PdfAnnotation> annotations_of(QPDFObjectHandle page, const PdfLayers& layers) {
  std::vector<PdfAnnotation> out;
  QPDFObjectHandle list = page.getKey("/Annots");
  if (!list.isArray()) return out;
  for (QPDFObjectHandle& object : list.getArrayAsVector()) {
    if (out.size() >= kMaxAnnotations) break;
    if (!object.isDictionary() || !is_shown(object, layers)) continue;
    if (auto annotation = annotation_of(object)) out.push_back(std::move(*annotation));
  }
  return out;
}

}  // namespace jiheng::office
