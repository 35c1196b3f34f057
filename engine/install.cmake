# What `cmake --install` puts where: the program, the rooms as static libraries with their headers and a CMake package,
# the rules and the pages of the findings, the manual page and the shell completion.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/jiheng)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/jiheng-config.cmake.in ${PROJECT_BINARY_DIR}/jiheng-config.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/jiheng-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/jiheng-config.cmake ${PROJECT_BINARY_DIR}/jiheng-config-version.cmake
        DESTINATION ${package_dir})
set_target_properties(jiheng_settings PROPERTIES EXPORT_NAME settings)
install(TARGETS jiheng_settings EXPORT jiheng-targets)
install(EXPORT jiheng-targets NAMESPACE jiheng:: DESTINATION ${package_dir})

install(TARGETS jiheng)
file(GLOB_RECURSE headers RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS engine/*.h)
list(FILTER headers EXCLUDE REGEX "^engine/(cli/|capi/jiheng\\.h$)")
foreach(header IN LISTS headers)
  file(STRINGS ${header} shows_a_library REGEX "#include <[^>]*[/.]")
  if(NOT shows_a_library)  # those belong to their room alone: tests/layers.cmake
    get_filename_component(folder ${header} DIRECTORY)
    install(FILES ${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/jiheng/${folder})
  endif()
endforeach()

# The C face: the library, its one header, and what pkg-config says of them, found from where it stands.
install(TARGETS jiheng_shared)
install(FILES engine/capi/jiheng.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
file(RELATIVE_PATH JIHENG_UP /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(engine/capi/jiheng.pc.in ${PROJECT_BINARY_DIR}/jiheng.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/jiheng.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(DIRECTORY rules DESTINATION ${CMAKE_INSTALL_DATADIR}/jiheng FILES_MATCHING PATTERN "*.yaml" PATTERN version)
install(DIRECTORY docs/findings DESTINATION ${CMAKE_INSTALL_DATADIR}/jiheng/docs FILES_MATCHING PATTERN "*.md")
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Completion of the command line, written by the program itself.
set(completions "")
foreach(shell_file IN ITEMS bash:jiheng zsh:_jiheng fish:jiheng.fish)
  string(REPLACE ":" ";" shell_file ${shell_file})
  list(GET shell_file 0 shell)
  list(GET shell_file 1 file)
  set(output ${PROJECT_BINARY_DIR}/completion/${shell}/${file})
  add_custom_command(OUTPUT ${output} DEPENDS jiheng VERBATIM
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/completion/${shell}
    COMMAND jiheng completion ${shell} > ${output})
  list(APPEND completions ${output})
endforeach()
add_custom_target(jiheng_completion ALL DEPENDS ${completions})
install(DIRECTORY ${PROJECT_BINARY_DIR}/completion/bash/ DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(DIRECTORY ${PROJECT_BINARY_DIR}/completion/zsh/ DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(DIRECTORY ${PROJECT_BINARY_DIR}/completion/fish/ DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(DIRECTORY docs/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 FILES_MATCHING PATTERN "*.1")
