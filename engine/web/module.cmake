# The engine as one WebAssembly module: the functions of door.cc, with the rules, the pages of findings, and the characters
# of the Chinese fonts that a PDF only names (where the engine looks for them on a machine) inside.
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/page.cc CONTENT "// Only carries the link of the module: its functions are those of web/door.cc.\n")
add_executable(jiheng_page ${CMAKE_CURRENT_BINARY_DIR}/page.cc)
target_link_libraries(jiheng_page PRIVATE jiheng_web)
file(GLOB_RECURSE inside CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/* ${PROJECT_SOURCE_DIR}/docs/findings/*.md)
set_target_properties(jiheng_page PROPERTIES LINK_DEPENDS "${inside}")
set_target_properties(jiheng_page PROPERTIES OUTPUT_NAME engine UNITY_BUILD OFF)
set(collections /usr/share/poppler/cidToUnicode)
target_link_options(jiheng_page PRIVATE --no-entry -sENVIRONMENT=worker -sMODULARIZE=1 -sEXPORT_NAME=jihengModule
  -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=2GB -sTOTAL_STACK=8388608
  -sEXPORTED_FUNCTIONS=_jiheng_put,_jiheng_call,_jiheng_bytes,_jiheng_bytes_length,_malloc,_free
  -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToUTF8,lengthBytesUTF8
  "SHELL:--embed-file ${collections}/Adobe-GB1@${collections}/Adobe-GB1"
  "SHELL:--embed-file ${collections}/Adobe-CNS1@${collections}/Adobe-CNS1"
  "SHELL:--embed-file ${PROJECT_SOURCE_DIR}/rules@/rules" "SHELL:--embed-file ${PROJECT_SOURCE_DIR}/docs/findings@/findings")
