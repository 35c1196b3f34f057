# libjiheng.so: the C face with all rooms it needs inside. What jiheng.h names is seen from outside, nothing else.
target_compile_definitions(jiheng_capi PRIVATE JIHENG_VERSION="${PROJECT_VERSION}")
add_library(jiheng_shared SHARED $<TARGET_OBJECTS:jiheng_capi>)
set_target_properties(jiheng_shared PROPERTIES OUTPUT_NAME jiheng LINKER_LANGUAGE CXX
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR} LINK_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/jiheng.map)
target_link_libraries(jiheng_shared PRIVATE jiheng_capi)
target_include_directories(jiheng_shared INTERFACE ${CMAKE_CURRENT_LIST_DIR})
target_link_options(jiheng_shared PRIVATE -Wl,--version-script=${CMAKE_CURRENT_LIST_DIR}/jiheng.map -Wl,--as-needed)
