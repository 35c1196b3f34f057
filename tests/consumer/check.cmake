# Installs into a temporary prefix, looks for what must be there, builds and runs the consumer against it.
#   cmake -DBUILD=<build tree> -DSCRATCH=<folder> -DCOMPILER=<c++> -DFLAGS=<flags> -P check.cmake
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
foreach(file IN ITEMS bin/jiheng include/jiheng/engine/target/parse.h share/jiheng/rules/units.yaml
                      share/jiheng/docs/findings/L104.md share/doc/jiheng/LICENSE
                      share/bash-completion/completions/jiheng)
  if(NOT EXISTS ${prefix}/${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${SCRATCH}/build -G Ninja -DCMAKE_PREFIX_PATH=${prefix}
    -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=Release)
run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
run(${SCRATCH}/build/consumer)
message(STATUS "${output}")
run(${prefix}/bin/jiheng list units)  # finds the installed rules beside itself
file(REMOVE_RECURSE ${SCRATCH})
