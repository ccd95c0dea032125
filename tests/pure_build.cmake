cmake_minimum_required(VERSION 3.22)
# Builds the pure layers as users get them, without sanitizers, and looks at what they call.
# Usage: cmake -DROOT=checkout -DBUILD=folder -DCC=compiler -DGENERATOR=name -DNM=nm -DLAYERS=core -P pure_build.cmake

function(run)
    execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${output}")
    endif()
endfunction()

run(${CMAKE_COMMAND} -S ${ROOT} -B ${BUILD} -G ${GENERATOR} -DCMAKE_C_COMPILER=${CC} -DCMAKE_BUILD_TYPE=Release
    -DQUARTET_DEV=OFF -DQUARTET_TESTS=OFF)
run(${CMAKE_COMMAND} --build ${BUILD} --target base ${LAYERS})
set(LIBS "")
foreach(layer ${LAYERS})
    list(APPEND LIBS ${BUILD}/game/lib${layer}.a)
endforeach()
set(KNOWN ${BUILD}/game/libbase.a)
include(${CMAKE_CURRENT_LIST_DIR}/pure.cmake)
