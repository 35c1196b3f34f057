# Installs into a temporary prefix, looks for what must be there, builds and runs the consumer against it.
#   cmake -DROOT=<source tree> -DBUILD=<build tree> -DSCRATCH=<folder> -DCOMPILER=<c++> -P check.cmake
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${SCRATCH})
set(prefix ${SCRATCH}/prefix)

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGV}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
foreach(file IN ITEMS bin/jiheng include/jiheng/engine/target/parse.h include/jiheng.h share/jiheng/rules/units.yaml
                      share/jiheng/docs/findings/L104.md share/doc/jiheng/LICENSE
                      share/bash-completion/completions/jiheng)
  if(NOT EXISTS ${prefix}/${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${SCRATCH}/build -G Ninja -DCMAKE_PREFIX_PATH=${prefix}
    -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=Release)
run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
# The totals of tests/cases/zijiang.md, worked out by hand.
foreach(total IN ITEMS "p01=89.14—99.14 良—优" "p06=92.45—92.45 优")
  string(REPLACE "=" ";" total ${total})
  list(POP_FRONT total card)
  run(${SCRATCH}/build/consumer ${prefix}/share/jiheng/rules ${ROOT}/scorecards/2023-zijiang/${card}.yaml)
  if(NOT output STREQUAL "${total}\n")
    message(FATAL_ERROR "${card}: ${output}instead of ${total}")
  endif()
endforeach()
# A program in C against what pkg-config says of the library, from an ordinary and from another folder.
foreach(folder IN ITEMS prefix moved)
  file(RENAME ${prefix} ${SCRATCH}/${folder})
  set(prefix ${SCRATCH}/${folder})
  file(GLOB_RECURSE pc ${prefix}/*/jiheng.pc)
  cmake_path(GET pc PARENT_PATH pc_folder)
  set(ENV{PKG_CONFIG_PATH} ${pc_folder})
  run(pkg-config --cflags --libs jiheng)
  separate_arguments(flags UNIX_COMMAND "${output}")
  run(pkg-config --variable=libdir jiheng)
  string(STRIP "${output}" libdir)
  run(pkg-config --variable=rules jiheng)
  string(STRIP "${output}" rules)
  run(cc -std=c99 -Wall -Wextra -Wpedantic -Werror ${ROOT}/tests/capi/c_test.c ${flags} -o ${SCRATCH}/c_test)
  run(${CMAKE_COMMAND} -E env LD_LIBRARY_PATH=${libdir} ${SCRATCH}/c_test ${rules})
endforeach()

# docs/library.md shows the program that ran.
file(READ ${ROOT}/docs/library.md page)
file(READ ${CMAKE_CURRENT_LIST_DIR}/consumer.cc program)
string(REGEX MATCH "\n```cpp\n(.*;\n)```\n" shown "${page}")
string(FIND "${program}" "${CMAKE_MATCH_1}" at)
if(NOT shown OR at EQUAL -1)
  message(FATAL_ERROR "docs/library.md does not show the lines of tests/consumer/consumer.cc")
endif()
run(${prefix}/bin/jiheng list units)  # finds the installed rules beside itself
file(REMOVE_RECURSE ${SCRATCH})
