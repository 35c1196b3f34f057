// Takes names, gives objects of the resource dictionary. Leaves what fonts show to pdf_font.
#include "engine/office/pdf/content/pdf_resources.h"

#include "engine/office/pdf/font/pdf_font.h"
#include "engine/office/pdf/pdf_content.h"

namespace jiheng::office {

QPDFObjectHandle PdfResources::named(const std::string& kind, const std::string& name) {
  if (!dictionary_.isDictionary()) return QPDFObjectHandle::newNull();
  QPDFObjectHandle list = dictionary_.getKey(kind);
  return list.isDictionary() ? list.getKey(name) : QPDFObjectHandle::newNull();
}

std::shared_ptr<PdfFont> PdfResources::font(QPDFObjectHandle font) {
  if (!font.isDictionary()) return nullptr;
  const QPDFObjGen id = font.getObjGen();
  if (!font.isIndirect()) return std::make_shared<PdfFont>(font, shared_->stream);
  auto& known = shared_->fonts[{id.getObj(), id.getGen()}];
  if (!known) known = std::make_shared<PdfFont>(font, shared_->stream);
  return known;
}

std::shared_ptr<PdfFont> PdfResources::font_named(const std::string& name) {
  auto known = named_fonts_.find(name);
  if (known == named_fonts_.end()) known = named_fonts_.emplace(name, font(named("/Font", name))).first;
  return known->second;
}

PdfColourSpace PdfResources::colour_space(const std::string& name) {
  if (name.empty()) return PdfColourSpace::other;
  if (name == "/DeviceGray" || name == "/DeviceRGB") return PdfColourSpace::light;
  if (name == "/DeviceCMYK") return PdfColourSpace::inks;
  QPDFObjectHandle space = named("/ColorSpace", name);
  QPDFObjectHandle kind = space.isArray() && space.getArrayNItems() > 0 ? space.getArrayItem(0) : space;
  if (!kind.isName()) return PdfColourSpace::other;
  if (kind.getName() == "/CalGray" || kind.getName() == "/CalRGB") return PdfColourSpace::light;
  if (kind.getName() != "/ICCBased" || space.getArrayNItems() < 2) return PdfColourSpace::other;
  QPDFObjectHandle profile = space.getArrayItem(1);
  QPDFObjectHandle count = profile.isStream() ? profile.getDict().getKey("/N") : profile;
  return count.isInteger() && count.getIntValue() == 4 ? PdfColourSpace::inks : PdfColourSpace::light;
}

}  // namespace jiheng::office
