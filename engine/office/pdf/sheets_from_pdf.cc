// Takes the bytes of a PDF, gives sheets, prose and what has to be said of the pages. Leaves the file to pdf_file, a page to
// tables_on_page, and what the cells mean to tables_from_sheets.
#include "engine/office/pdf/sheets_from_pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "engine/office/pdf/pdf_file.h"
#include "engine/office/pdf/sheets_from_pages.h"
#include "engine/office/pdf/tables_on_page.h"
#include "engine/office/text_encoding.h"

namespace jiheng::office {
namespace {

constexpr double kMostOfPage = 0.4;         ///< that a scanned page covers with its picture
constexpr std::size_t kFewCharacters = 40;  ///< that may stand beside it: a page number, a stamp

/// Pages a message is about.
struct PageList {
  std::vector<int> pages;
  std::size_t count = 0;  ///< of characters on them

  /// "第 3 页", "第 1、4—7 页".
  std::string words() const {
    constexpr std::size_t kMostShown = 12;
    std::string out;
    std::size_t shown = 0;
    for (std::size_t at = 0; at < pages.size(); ++shown) {
      std::size_t end = at + 1;
      while (end < pages.size() && pages[end] == pages[end - 1] + 1) ++end;
      if (shown == kMostShown) return fmt::format("第 {}…… 页", out);
      if (!out.empty()) out += "、";
      out += end - at > 1 ? fmt::format("{}—{}", pages[at], pages[end - 1]) : std::to_string(pages[at]);
      at = end;
    }
    return fmt::format("第 {} 页", out);
  }
};

struct PageNotes {
  PageList pictures;
  PageList recognised;  ///< pictures with a layer of recognised text
  PageList unseen;
  PageList off_paper;
  PageList unknown;
  PageList full;
  PageList lost;
  int work_ended = 0;  ///< the first page behind the last step; 0: there is none
  std::size_t shapes = 0;
  int pages = 0;

  void look_at(const PdfPage& page, bool drawing) {
    ++pages;
    if (page.lost) return lost.pages.push_back(page.number);
    if (page.work_ended && work_ended == 0) work_ended = page.number;
    if (page.picture_area > kMostOfPage * page.width * page.height && page.glyphs.size() <= kFewCharacters)
      (page.invisible > 0 ? recognised : pictures).pages.push_back(page.number);
    else if (page.invisible > 0) {
      unseen.pages.push_back(page.number);
      unseen.count += page.invisible;
    }
    if (page.off_paper > 0) {
      off_paper.pages.push_back(page.number);
      off_paper.count += page.off_paper;
    }
    if (page.unknown > 0) {
      unknown.pages.push_back(page.number);
      unknown.count += page.unknown;
    }
    if ((page.cut || drawing) && !page.work_ended) full.pages.push_back(page.number);
    shapes += page.shapes;
  }

  std::vector<diag::Diagnostic> said(const base::SourcePtr& file, const PagesReader& reader,
                                     const PdfPagesFound& found) const {
    std::vector<diag::Diagnostic> out;
    const base::Place place{file, 0, 0, 0};
    if (found.found < found.stated || !lost.pages.empty()) {
      std::string why;
      if (found.found < found.stated)
        why = fmt::format("写明有 {} 页，只找到 {} 页。", found.stated, found.found);
      if (!lost.pages.empty()) why += fmt::format("{}的内容解不开。", lost.words());
      out.push_back({"I166", "PDF 文件损坏，只读了还读得出来的部分", std::move(why),
                     "用 PDF 阅读器打开核对，重新导出或另存一份。", place});
    }
    if (!pictures.pages.empty()) {
      out.push_back({"I160", fmt::format("{}是图片，没有读（共 {} 页）", pictures.words(), pages),
                     "扫描或截图的页里没有文字。", "找到打印它的原文件；没有的，对照着填进表格再导入。",
                     place});
    }
    if (!recognised.pages.empty()) {
      out.push_back(
          {"I160",
           fmt::format("{}是图片，带一层看不见的识别文字，没有读（共 {} 页）", recognised.words(), pages),
           "扫描软件附带的识别文字，数字常错，≤、≥ 常丢。",
           "找到打印它的原文件；没有的，对照着填进表格再导入。", place});
    }
    if (unseen.count > 0) {
      out.push_back({"I165", fmt::format("有 {} 个字看不见，没有读（{}）", unseen.count, unseen.words()),
                     "白底白字、被盖住的字、不显示的图层里的字，纸上看不到，只读看得见的。",
                     "这些字要紧的，让它显示出来，重新导出 PDF；不要紧的不用管。", place});
    }
    if (off_paper.count > 0) {
      out.push_back(
          {"I165", fmt::format("有 {} 个字印到纸外面去了，没有读（{}）", off_paper.count, off_paper.words()),
           "表比纸宽，字断在纸边上；断了的格子少几个字，再右边的栏 PDF 里没有。",
           "打印时设成一页宽，重新导出 PDF，或导入原来的文件。", place});
    }
    for (const base::Place& table : reader.torn()) {
      out.push_back({"I164", "这张表像是上一张表的右半，没有接起来",
                     "宽的表左右分在两页上打印；两半的行高要全对得上才接。",
                     "把表设成一页宽，重新导出 PDF，或导入原来的文件。", table});
    }
    for (const base::Place& table : reader.aligned()) {
      out.push_back({"I161", "这张表没有画线，按对齐分的栏",
                     "格子之间只有空白，一格断成几行、隔栏对不齐的，可能分错。",
                     "对照原文看一看；有原来的 Excel 或 Word 文件的，导入原文件。", table});
    }
    if (unknown.count > 0) {
      out.push_back(
          {"I162", fmt::format("有 {} 个字没有编码，读成“\uFFFD”（{}）", unknown.count, unknown.words()),
           "PDF 只存了字的形状，没有存是哪个字。", "换一种办法重新导出 PDF，或导入原来的文件。", place});
    }
    if (!full.pages.empty()) {
      out.push_back({"I163", fmt::format("{}画的东西太多，没有读全", full.words()),
                     "这样的页多半是图纸或图表。", "里面有绩效表的，把那几页另存成一份再导入。", place});
    }
    if (work_ended > 0) {
      out.push_back({"I163",
                     fmt::format("从第 {} 页起没有读：前面的页画的东西太多（共 {} 页）", work_ended, pages),
                     "一份文件读到一定的步数为止，免得读不完。", "把有绩效表的页另存成一份再导入。", place});
    }
    if (shapes > 0) out.push_back(same_shapes_read(place, shapes));
    return out;
  }
};

/// Of finding tables among the lines: each level line is held against each upright one, and each cell is looked at.
std::size_t steps_of(const PdfPage& page, const PdfPageParts& parts) {
  constexpr std::size_t kPairsAStep = 16;
  const std::size_t lines = std::min(page.rules.size(), 2 * kMaxPageLines) / 2;
  std::size_t steps = page.glyphs.size() + lines * lines / kPairsAStep;
  for (const PdfTable& table : parts.tables) steps += table.across.size() * table.down.size();
  return steps;
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  constexpr std::size_t kHeadWithin = 1024;
  return bytes.substr(0, kHeadWithin).find("%PDF-") != std::string_view::npos;
}

diag::Result<WrittenDocument> sheets_from_pdf(const base::SourcePtr& file, const PageProgress& progress) {
  PagesReader reader(file);
  PageNotes notes;
  const auto found = read_pdf(file, {.take =
                                         [&](PdfPage&& page) {
                                           PdfPageParts parts;
                                           if (!page.lost) parts = parts_of_page(page);
                                           notes.look_at(page, parts.drawing);
                                           const std::size_t steps = steps_of(page, parts);
                                           if (!page.lost) reader.take(page, std::move(parts));
                                           return steps;
                                         },
                                     .progress = progress});
  if (!found) return found.problems;
  diag::Result<WrittenDocument> result = reader.finish();
  if (!result) return result;
  result.problems = notes.said(file, reader, *found);
  return result;
}

}  // namespace jiheng::office
