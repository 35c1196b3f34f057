// engine/web/in_face.h: a result in one of the faces of its job, as the program makes it.
// Takes   the faces of the job (report/faces/job_faces.h), the word of one of them, the result.
// Fails   `otherwise` where the job has no such face; C102 where it could not be made.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/diag/diagnostic.h"
#include "engine/report/faces/job_faces.h"

namespace jiheng::web {

inline diag::Diagnostic not_made() {
  return {"C102", "这个文件写不出来", "内存可能不够。", "少选几张表再试。", {}};
}

template <class Result>
diag::Result<std::string> in_face(const report::JobFaces<Result>& faces, std::string_view face,
                                  const Result& result, diag::Diagnostic otherwise) {
  if (std::find(faces.words.begin(), faces.words.end(), face) == faces.words.end()) return otherwise;
  report::Bytes bytes = faces.at(face).made(result, {});
  if (!bytes) return not_made();
  return *std::move(bytes);
}

}  // namespace jiheng::web
