# Proves that the layer test can fail: copies engine/, plants one breach at a time, expects the layer test to name it.
#   cmake -DROOT=<tree> -DSCRATCH=<folder> -P tests/layers_breach.cmake
cmake_minimum_required(VERSION 3.25)

function(expect_breach file content message)
  file(REMOVE_RECURSE ${SCRATCH})
  file(COPY ${ROOT}/engine DESTINATION ${SCRATCH})
  file(APPEND ${SCRATCH}/engine/${file} "${content}\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH} -P ${CMAKE_CURRENT_LIST_DIR}/layers.cmake
                  RESULT_VARIABLE status ERROR_VARIABLE errors OUTPUT_QUIET)
  string(REGEX REPLACE "[ \n]+" " " errors "${errors}")
  string(FIND "${errors}" "${message}" found)
  if(status EQUAL 0 OR found EQUAL -1)
    message(SEND_ERROR "planted in engine/${file}: ${content}\nexpected: ${message}\ngot (${status}): ${errors}")
  endif()
endfunction()

expect_breach(base/planted.cc "#include \"engine/diag/print.h\"" "base may not include engine/diag/print.h")
expect_breach(target/planted.cc "#include <muParser.h>" "only formula may include muParser.h")
expect_breach(scoring/planted.cc "#include <yaml-cpp/yaml.h>" "only load may include yaml-cpp/yaml.h")
expect_breach(load/planted.cc "#include <Eigen/Core>" "may include Eigen/Core")
expect_breach(scoring/planted.h "#include <Eigen/Core>" "a header shows std and engine types only, not Eigen/Core")
expect_breach(app/planted.cc "void f() { std::cout << 1; }" "only cli may use std::cout")
expect_breach(app/planted.cc "void f() { printf(\"x\"); }" "only cli may use printf(")
expect_breach(app/planted.cc "auto f() { return std::getenv(\"HOME\"); }" "only cli may use :getenv(")
expect_breach(app/planted.cc "auto f() { return std::chrono::system_clock::now(); }" "only cli may use system_clock")
expect_breach(nowhere/planted.cc "" "nowhere is no room of engine/CMakeLists.txt")
expect_breach(CMakeLists.txt "\njiheng_room(last USES cellar)" "last uses cellar, which does not stand above it")
file(REMOVE_RECURSE ${SCRATCH})
