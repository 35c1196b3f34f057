# Proves that the layer test can fail: builds a house of a few files, plants one breach at a time, expects the layer test to
# name it.
#   cmake -DSCRATCH=<folder> -P tests/layers_breach.cmake
cmake_minimum_required(VERSION 3.25)
set(house ${SCRATCH}/engine)

function(put file content)
  set(head "")
  if(file MATCHES "\\.h$")
    set(head "// Gives  a thing.\n")
  endif()
  file(WRITE ${house}/${file} "${head}${content}\n")
endfunction()

# Eight rooms and cli of nine lines each; report is a wing, scoring has a folder inside.
function(build_house)
  file(REMOVE_RECURSE ${SCRATCH})
  string(REPEAT "// a line\n" 7 lines)
  put(CMakeLists.txt "# The house.\n
jiheng_room(base)
jiheng_room(diag USES base)
jiheng_room(formula USES base diag LIBS muparser::muparser)
jiheng_room(rulebook USES base diag formula
            LIBS yaml-cpp)
jiheng_room(scoring USES base diag formula
            rulebook LIBS Eigen3::Eigen)
jiheng_room(report/texts USES base diag scoring)
jiheng_room(report/pages USES base report/texts)
jiheng_room(app USES base diag rulebook scoring)")
  put(base/base.h "${lines}#include <string>\n")
  put(diag/diag.h "${lines}#include \"engine/base/base.h\"\n")
  put(formula/formula.cc "${lines}#include <muParser.h>\n")
  put(formula/dialect.h "#include <muParser.h>")
  put(rulebook/rulebook.cc "${lines}#include <yaml-cpp/yaml.h>\n")
  put(scoring/scoring.h "${lines}#include \"engine/scoring/rows/rows.h\"")
  put(scoring/rows/rows.h "#include \"engine/formula/formula.h\"")
  put(report/texts/texts.h "${lines}#include \"engine/scoring/rows/rows.h\"\n")
  put(report/pages/pages.h "${lines}#include \"engine/report/texts/texts.h\"\n")
  put(app/app.cc "${lines}#include \"engine/scoring/scoring.h\"\n")
  put(cli/main.cc "${lines}#include \"engine/report/pages/pages.h\"\nint main() { std::cout << 1; }")
endfunction()

function(run_test)
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH} -DLIMITS=ON -P ${CMAKE_CURRENT_LIST_DIR}/layers.cmake
                  RESULT_VARIABLE status ERROR_VARIABLE errors OUTPUT_QUIET)
  string(REGEX REPLACE "[ \n]+" " " errors "${errors}")
  set(status ${status} PARENT_SCOPE)
  set(errors ${errors} PARENT_SCOPE)
endfunction()

# With what is planted by now.
function(expect message)
  run_test()
  string(FIND "${errors}" "${message}" found)
  if(status EQUAL 0 OR found EQUAL -1)
    message(SEND_ERROR "expected: ${message}\ngot (${status}): ${errors}")
  endif()
endfunction()

function(expect_breach file content message)
  build_house()
  file(APPEND ${house}/${file} "${content}\n")
  expect("${message}")
endfunction()

build_house()
run_test()
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the house without a breach does not stand: ${errors}")
endif()

expect_breach(base/planted.cc "#include \"engine/diag/diag.h\"" "base may not include engine/diag/diag.h")
expect_breach(formula/planted.cc "#include <muParser.h>\n#include <nlohmann/json.hpp>" "only base may include nlohmann/json.hpp")
expect_breach(scoring/planted.cc "#include <muParser.h>" "only formula may include muParser.h")
expect_breach(scoring/planted.cc "#include <yaml-cpp/yaml.h>" "only rulebook may include yaml-cpp/yaml.h")
expect_breach(rulebook/planted.cc "#include <Eigen/Core>" "may include Eigen/Core")
expect_breach(rulebook/planted.h "#include <Eigen/Core>" "may include Eigen/Core")
expect_breach(scoring/planted.cc "#include \"engine/formula/dialect.h\"" "engine/formula/dialect.h shows a library")
expect_breach(formula/planted.h "#include \"engine/formula/dialect.h\"" "engine/formula/dialect.h shows a library")
expect_breach(app/planted.cc "void f() { std::cout << 1; }" "only cli may use std::cout")
expect_breach(app/planted.cc "void f() { printf(\"x\"); }" "only cli may use printf(")
expect_breach(app/planted.cc "auto f() { return std::getenv(\"HOME\"); }" "only cli may use :getenv(")
expect_breach(app/planted.cc "auto f() { return std::chrono::system_clock::now(); }" "only cli may use system_clock")
expect_breach(nowhere/planted.cc "" "nowhere is no room of engine/CMakeLists.txt")
expect_breach(CMakeLists.txt "\njiheng_room(last USES cellar)" "last uses cellar, which does not stand above it")

build_house()
put(report/faces/face.h "kJson = {{\"json\", \".json\"}, made}")
put(cli/planted.cc "bool f() { return format == \"json\" }")
expect("engine/cli/planted.cc: \"json\" is a word of report/faces/face.h")

# A wing and folders inside a room.
expect_breach(report/texts/planted.cc "#include \"engine/report/pages/pages.h\""
              "report/texts may not include engine/report/pages/pages.h")
expect_breach(report/pages/deep/planted.cc "#include \"engine/scoring/rows/rows.h\""
              "report/pages may not include engine/scoring/rows/rows.h")
expect_breach(scoring/rows/planted.cc "#include \"engine/app/app.h\"" "scoring may not include engine/app/app.h")
expect_breach(app/planted.cc "#include \"engine/report/texts/texts.h\"" "app may not include engine/report/texts/texts.h")
expect_breach(report/planted.cc "" "report is no room of engine/CMakeLists.txt")
expect_breach(report/attic/planted.cc "" "report is no room of engine/CMakeLists.txt")

# A header without a head.
expect_breach(scoring/planted.h "#pragma once" "engine/scoring/planted.h: its head says nothing of Takes")

# Headers in a circle of two and of three.
expect_breach(scoring/rows/rows.h "#include \"engine/scoring/scoring.h\"" "in a circle")
build_house()
put(base/a.h "#include \"engine/base/b.h\"")
put(base/b.h "#include \"engine/base/c.h\"")
put(base/c.h "#include \"engine/base/a.h\"")
expect("base/a.h, base/b.h, base/c.h")

# Sizes.
string(REPEAT "// a line\n" 8 lines)
expect_breach(app/planted.cc "${lines}" "room app has 18 of 98 lines (18%): more than 15%")
build_house()
foreach(number RANGE 1 40)
  put(base/file_${number}.cc "")
endforeach()
expect("folder engine/base has 41 files: more than 40")

file(REMOVE_RECURSE ${SCRATCH})
