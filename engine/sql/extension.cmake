# The extension for PostgreSQL: one module with the C face and all rooms inside, the functions that call it, the rules of this
# version. Module and rules carry the version in their names, so that what a function gives changes with ALTER EXTENSION alone.
# `cmake --install build/release --component postgres --prefix DIR` puts them below DIR as PostgreSQL has them below its own.
option(JIHENG_POSTGRES "Build the extension for PostgreSQL (needs its server headers)" OFF)
if(NOT JIHENG_POSTGRES)
  return()
endif()
find_program(JIHENG_PG_CONFIG pg_config HINTS /usr/lib/postgresql/15/bin REQUIRED)
foreach(what IN ITEMS bindir pkglibdir sharedir includedir-server)
  execute_process(COMMAND ${JIHENG_PG_CONFIG} --${what} OUTPUT_VARIABLE pg_${what} OUTPUT_STRIP_TRAILING_WHITESPACE
                  COMMAND_ERROR_IS_FATAL ANY)
endforeach()
if(NOT EXISTS ${pg_includedir-server}/postgres.h)
  message(FATAL_ERROR "no headers of the PostgreSQL server in ${pg_includedir-server} (Debian: postgresql-server-dev-15)")
endif()
set(pg_prefix ${pg_bindir})  # the folder that holds all of it
while(NOT "${pg_sharedir}+${pg_pkglibdir}" MATCHES "^${pg_prefix}/.*[+]${pg_prefix}/" AND NOT pg_prefix STREQUAL "/")
  cmake_path(GET pg_prefix PARENT_PATH pg_prefix)
endwhile()
file(RELATIVE_PATH pg_libs ${pg_prefix} ${pg_pkglibdir})
file(RELATIVE_PATH pg_share ${pg_prefix} ${pg_sharedir})

enable_language(C)
set(exports ${CMAKE_CURRENT_LIST_DIR}/exports.map)
add_library(jiheng_sql MODULE ${CMAKE_CURRENT_LIST_DIR}/jiheng_sql.c $<TARGET_OBJECTS:jiheng_capi>)
set_target_properties(jiheng_sql PROPERTIES PREFIX "" OUTPUT_NAME jiheng-${PROJECT_VERSION} LINKER_LANGUAGE CXX
                                            LINK_DEPENDS ${exports})
target_include_directories(jiheng_sql PRIVATE ${PROJECT_SOURCE_DIR}/engine/capi)
target_include_directories(jiheng_sql SYSTEM PRIVATE ${pg_includedir-server})
target_link_libraries(jiheng_sql PRIVATE jiheng_capi)
target_compile_options(jiheng_sql PRIVATE $<$<COMPILE_LANGUAGE:C>:-Wall -Wextra>)
target_link_options(jiheng_sql PRIVATE -Wl,--version-script=${exports} -Wl,--as-needed)

configure_file(${CMAKE_CURRENT_LIST_DIR}/jiheng.control.in ${PROJECT_BINARY_DIR}/sql/jiheng.control @ONLY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/jiheng.sql.in ${PROJECT_BINARY_DIR}/sql/jiheng--${PROJECT_VERSION}.sql COPYONLY)
install(TARGETS jiheng_sql LIBRARY DESTINATION ${pg_libs} COMPONENT postgres)
install(FILES ${PROJECT_BINARY_DIR}/sql/jiheng.control ${PROJECT_BINARY_DIR}/sql/jiheng--${PROJECT_VERSION}.sql
        DESTINATION ${pg_share}/extension COMPONENT postgres)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules DESTINATION ${pg_share}/extension/jiheng-${PROJECT_VERSION} COMPONENT postgres
        FILES_MATCHING PATTERN "*.yaml" PATTERN version)
