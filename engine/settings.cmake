# How every room is compiled: two interface targets, and the switches the presets turn.

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release)
endif()

# Where ccache is installed it is used; its leave to look into precompiled headers is given here, not asked of the machine.
find_program(JIHENG_CCACHE ccache)
if(JIHENG_CCACHE AND PROJECT_IS_TOP_LEVEL AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${JIHENG_CCACHE})
  set(jiheng_ccache_options $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> $<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>)
endif()

option(JIHENG_WERROR "Treat warnings as errors" ON)
set(JIHENG_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")
option(JIHENG_COVERAGE "Instrument for coverage" OFF)
option(JIHENG_PCH "Precompile the standard headers and fmt; OFF shows a header that forgot to include what it uses" ON)

# Where the files of a room are compiled as a few, a whole build costs a part of the time, that of one changed file more: the
# presets that build from nothing turn it on, `debug` does not. It needs names that are unique in their room, and it hides a
# file that forgot an include: .ci/run reads the files one by one for that.
option(JIHENG_UNITY "Compile the files of a room or a test program as a few" OFF)
if(JIHENG_UNITY)
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 16)
endif()

# Language level, places of headers, sanitizers. No fused multiply-add: the same bits on every machine.
add_library(jiheng_settings INTERFACE)
target_compile_features(jiheng_settings INTERFACE cxx_std_20)
target_compile_options(jiheng_settings INTERFACE -ffp-contract=off "$<BUILD_INTERFACE:${jiheng_ccache_options}>")
target_include_directories(jiheng_settings INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/jiheng>)
if(NOT EMSCRIPTEN)  # libjiheng.so is made of the rooms; hidden names are called and read as in a program, so that it costs nothing
  target_compile_options(jiheng_settings INTERFACE $<BUILD_INTERFACE:-fPIC> $<BUILD_INTERFACE:-fvisibility=hidden>)
endif()
if(JIHENG_SANITIZE)
  target_compile_options(jiheng_settings INTERFACE -fsanitize=${JIHENG_SANITIZE} -fno-sanitize-recover=all
                                                   -fno-omit-frame-pointer)
  target_link_options(jiheng_settings INTERFACE -fsanitize=${JIHENG_SANITIZE})
endif()
if(JIHENG_FUZZ)
  target_compile_options(jiheng_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(JIHENG_COVERAGE)
  target_compile_options(jiheng_settings INTERFACE --coverage)
  target_link_options(jiheng_settings INTERFACE --coverage)
endif()

add_library(jiheng_warnings INTERFACE)
target_compile_options(jiheng_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
                                                 -Wnon-virtual-dtor -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports std::string's operator+ falsely (GCC bug 105651), with a precompiled header under three more names.
  target_compile_options(jiheng_warnings INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread
                                                   -Wno-array-bounds)
endif()
if(JIHENG_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ says so itself: with sanitizers this warning is wrong inside the standard library's own headers.
  target_compile_options(jiheng_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
if(JIHENG_WERROR)
  target_compile_options(jiheng_warnings INTERFACE -Werror)
endif()

# What nearly every file includes, compiled once for all rooms, and once for all test programs (their options differ).
set(jiheng_precompiled <algorithm> <array> <charconv> <cmath> <cstdint> <functional> <map> <memory> <numeric> <optional> <set>
                       <span> <string> <string_view> <unordered_map> <utility> <variant> <vector> <fmt/format.h>)
function(jiheng_precompile target)
  if(JIHENG_PCH)
    target_precompile_headers(${target} ${ARGN})
  endif()
endfunction()
