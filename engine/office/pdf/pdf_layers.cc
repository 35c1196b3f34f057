// Takes the catalogue of a file, gives which layers are hidden. Leaves what stands on them to pdf_content.
#include "engine/office/pdf/pdf_layers.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/office/pdf/pdf_objects.h"

namespace jiheng::office {
PdfLayers::PdfLayers(QPDFObjectHandle catalogue) {
  QPDFObjectHandle properties = catalogue.isDictionary() ? catalogue.getKey("/OCProperties") : catalogue;
  QPDFObjectHandle usual = properties.isDictionary() ? properties.getKey("/D") : properties;
  if (!usual.isDictionary()) return;
  others_are_off_ = name_or_none(usual.getKey("/BaseState")) == "/OFF";
  QPDFObjectHandle list = usual.getKey(others_are_off_ ? "/ON" : "/OFF");
  if (!list.isArray()) return;
  for (QPDFObjectHandle& group : list.getArrayAsVector()) {
    const QPDFObjGen id = group.getObjGen();
    if (group.isIndirect()) listed_.emplace(id.getObj(), id.getGen());
  }
}

bool PdfLayers::is_off(const QPDFObjectHandle& group) const {
  const QPDFObjGen id = group.getObjGen();
  return group.isIndirect() && (listed_.count({id.getObj(), id.getGen()}) > 0) != others_are_off_;
}

bool PdfLayers::hides(QPDFObjectHandle content) const {
  if (!content.isDictionary() || (listed_.empty() && !others_are_off_)) return false;
  if (name_or_none(content.getKey("/Type")) != "/OCMD") return is_off(content);
  QPDFObjectHandle list = content.getKey("/OCGs");
  const std::vector<QPDFObjectHandle> groups =
      list.isArray() ? list.getArrayAsVector() : std::vector<QPDFObjectHandle>{list};
  const auto off = std::count_if(groups.begin(), groups.end(), [this](QPDFObjectHandle group) {
    return group.isDictionary() && is_off(group);
  });
  const bool any_off = off > 0;
  const bool all_off = off == static_cast<std::ptrdiff_t>(groups.size());
  const std::string policy = name_or_none(content.getKey("/P"));
  if (policy == "/AllOn") return any_off;
  if (policy == "/AnyOff") return !any_off;
  if (policy == "/AllOff") return !all_off;
  return all_off && !groups.empty();
}

}  // namespace jiheng::office
