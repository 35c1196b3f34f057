# The libraries of the engine where it is built for the page: what libraries.sh made, under the names the rooms know.
set(JIHENG_PAGE_LIBRARIES "" CACHE PATH "The folder engine/web/libraries.sh printed")
set(folder ${JIHENG_PAGE_LIBRARIES})
function(jiheng_page_library target)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} SYSTEM INTERFACE ${folder}/include)
  foreach(name IN LISTS ARGN)
    target_link_libraries(${target} INTERFACE ${folder}/lib/lib${name}.a)
  endforeach()
endfunction()
jiheng_page_library(EXPAT::EXPAT expat)
jiheng_page_library(fmt::fmt fmt)
jiheng_page_library(muparser::muparser muparser)
jiheng_page_library(yaml-cpp yaml-cpp)
jiheng_page_library(Eigen3::Eigen)
jiheng_page_library(nlohmann_json::nlohmann_json)
jiheng_page_library(pugixml::pugixml pugixml)
jiheng_page_library(PkgConfig::xlsxwriter xlsxwriter z)
jiheng_page_library(PkgConfig::libzip zip z)
jiheng_page_library(PkgConfig::gumbo gumbo)
jiheng_page_library(PkgConfig::libarchive)  # neither
jiheng_page_library(PkgConfig::libqpdf)  # not in the page: web/without_parts.cc
jiheng_page_library(Threads::Threads)  # there is one thread
