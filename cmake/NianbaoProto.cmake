# proto_messages(NAME n ROOT dir PROTOS a.proto ... [DEPS m ...])
#   n: message classes.   proto_rpc(NAME n ROOT dir PROTOS ... DEPS m): stubs.
function(proto_messages)
  cmake_parse_arguments(P "" "NAME;ROOT" "PROTOS;DEPS" ${ARGN})
  get_filename_component(root "${P_ROOT}" ABSOLUTE)
  set(out "${CMAKE_BINARY_DIR}/gen/${P_NAME}")
  file(MAKE_DIRECTORY "${out}")
  set(sources "")
  foreach(proto IN LISTS P_PROTOS)
    string(REGEX REPLACE "\\.proto$" "" stem "${proto}")
    set(base "${out}/${stem}")
    add_custom_command(
      OUTPUT "${base}.pb.cc" "${base}.pb.h"
      COMMAND protobuf::protoc "--proto_path=${root}" "--cpp_out=${out}"
              "--dependency_out=${base}.d" "${root}/${proto}"
      DEPENDS "${root}/${proto}" protobuf::protoc
      DEPFILE "${base}.d" COMMENT "protoc ${proto}" VERBATIM)
    list(APPEND sources "${base}.pb.cc")
  endforeach()
  add_library(${P_NAME} STATIC ${sources})
  target_include_directories(${P_NAME} SYSTEM PUBLIC "${out}")
  target_link_libraries(${P_NAME} PUBLIC protobuf::libprotobuf ${P_DEPS})
endfunction()

function(proto_rpc)
  cmake_parse_arguments(P "" "NAME;ROOT" "PROTOS;DEPS" ${ARGN})
  get_filename_component(root "${P_ROOT}" ABSOLUTE)
  set(out "${CMAKE_BINARY_DIR}/gen/${P_NAME}")
  file(MAKE_DIRECTORY "${out}")
  set(sources "")
  foreach(proto IN LISTS P_PROTOS)
    string(REGEX REPLACE "\\.proto$" "" stem "${proto}")
    set(base "${out}/${stem}")
    add_custom_command(
      OUTPUT "${base}.grpc.pb.cc" "${base}.grpc.pb.h"
      COMMAND protobuf::protoc "--proto_path=${root}"
              "--plugin=protoc-gen-grpc=$<TARGET_FILE:gRPC::grpc_cpp_plugin>"
              "--grpc_out=${out}" "${root}/${proto}"
      DEPENDS "${root}/${proto}" protobuf::protoc gRPC::grpc_cpp_plugin
      COMMENT "protoc grpc ${proto}" VERBATIM)
    list(APPEND sources "${base}.grpc.pb.cc")
  endforeach()
  add_library(${P_NAME} STATIC ${sources})
  target_include_directories(${P_NAME} SYSTEM PUBLIC "${out}")
  target_link_libraries(${P_NAME} PUBLIC gRPC::grpc++ ${P_DEPS})
endfunction()
