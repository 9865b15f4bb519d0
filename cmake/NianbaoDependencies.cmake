# Everything comes from Debian packages; scripts/install_deps.sh names them.
find_package(Threads REQUIRED)
find_package(Protobuf REQUIRED)  # module mode: the package has no config file
find_package(absl CONFIG REQUIRED)
find_package(gRPC CONFIG REQUIRED)
find_package(GTest CONFIG REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(Boost REQUIRED)
find_package(nlohmann_json CONFIG REQUIRED)
find_package(CLI11 CONFIG REQUIRED)
find_library(SOCI_CORE soci_core REQUIRED)  # the package has no config file
find_library(SOCI_SQLITE3 soci_sqlite3 REQUIRED)
find_library(SOCI_POSTGRESQL soci_postgresql REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(HIREDIS REQUIRED IMPORTED_TARGET hiredis)
pkg_check_modules(LIBPQ REQUIRED IMPORTED_TARGET libpq)
# libzip's config file asks for programs of another package.
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
find_package(pugixml CONFIG REQUIRED)
find_package(ZLIB REQUIRED)  # tests pack files that no program would write

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# Programs for use carry gRPC, protobuf and Abseil inside: loading their eighty
# shared libraries takes as long as reading a report.
option(NIANBAO_ARCHIVES "Link gRPC and what it needs from archives" OFF)
if(NIANBAO_ARCHIVES)
  get_property(imported DIRECTORY PROPERTY IMPORTED_TARGETS)
  list(FILTER imported INCLUDE REGEX "^(absl|gRPC|protobuf|re2|c-ares)::")
  foreach(target IN LISTS imported)
    get_target_property(library ${target} LOCATION)
    string(REGEX REPLACE "\\.so[.0-9]*$" ".a" archive "${library}")
    if(archive MATCHES "\\.a$" AND EXISTS "${archive}")
      foreach(suffix IN ITEMS "" _NONE _RELEASE _DEBUG)
        set_target_properties(${target} PROPERTIES
          IMPORTED_LOCATION${suffix} "${archive}")
      endforeach()
    endif()
  endforeach()
endif()
