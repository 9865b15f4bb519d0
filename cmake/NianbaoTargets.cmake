# One way to declare each kind of target, with one set of warnings.
add_library(nianbao_options INTERFACE)
target_include_directories(nianbao_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(nianbao_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Werror
  # gcc 12 sees it in Boost's integers where there is none, at -O2 only.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  # clang sees one inside of gcc 12's own std::stable_sort.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)

# nianbao_library(name SOURCES ... DEPS ...)
function(nianbao_library name)
  cmake_parse_arguments(L "" "" "SOURCES;DEPS" ${ARGN})
  add_library(${name} STATIC ${L_SOURCES})
  target_link_libraries(${name} PUBLIC ${L_DEPS} PRIVATE nianbao_options)
endfunction()

# nianbao_binary(name SOURCES ... DEPS ...)
function(nianbao_binary name)
  cmake_parse_arguments(B "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${B_SOURCES})
  target_link_libraries(${name} PRIVATE ${B_DEPS} nianbao_options)
endfunction()

# nianbao_test(name SOURCES ... DEPS ... [LABEL unit]): a GoogleTest program,
# run as one ctest test from the repository's root.
function(nianbao_test name)
  cmake_parse_arguments(T "" "LABEL" "SOURCES;DEPS" ${ARGN})
  if(NOT T_LABEL)
    set(T_LABEL unit)
  endif()
  add_executable(${name} ${T_SOURCES})
  target_link_libraries(${name} PRIVATE ${T_DEPS} nianbao_options
                        GTest::gmock GTest::gtest_main)
  add_test(NAME ${name} COMMAND ${name}
           WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
  set_tests_properties(${name} PROPERTIES LABELS ${T_LABEL} TIMEOUT 300
    ENVIRONMENT "NIANBAO_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
endfunction()
