cmake_minimum_required(VERSION 3.22)
# Proves that the two gates can fail, and that they pass what is right. Usage: cmake -DWORK=folder -DCC=compiler -DAR=ar -DNM=nm -P gates.cmake

set(here ${CMAKE_CURRENT_LIST_DIR})

function(expect name wanted output result)
    if(wanted STREQUAL "" AND NOT result EQUAL 0)
        message(FATAL_ERROR "${name}: is refused: ${output}")
    elseif(NOT wanted STREQUAL "" AND (result EQUAL 0 OR NOT output MATCHES "${wanted}"))
        message(FATAL_ERROR "${name}: should be refused with \"${wanted}\": ${output}")
    endif()
endfunction()

# Whether layers.cmake says `wanted` of a file with this text; "" if it has to pass.
function(layers_say wanted file text)
    file(REMOVE_RECURSE ${WORK}/tree)
    file(WRITE ${WORK}/tree/game/${file} "${text}\n")
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK}/tree -P ${here}/layers.cmake
        OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE result)
    expect("${file}: ${text}" "${wanted}" "${output}" ${result})
endfunction()

# Whether pure.cmake says `wanted` of a library with this code; "" if it has to pass.
function(pure_says wanted text)
    file(REMOVE_RECURSE ${WORK}/code)
    file(WRITE ${WORK}/code/code.c "${text}\n")
    file(WRITE ${WORK}/code/known.c "int known_double(int x);\nint known_double(int x) { return 2 * x; }\n")
    foreach(file code known)
        execute_process(COMMAND ${CC} -O2 -c ${file}.c -o ${file}.o WORKING_DIRECTORY ${WORK}/code
            COMMAND_ERROR_IS_FATAL ANY)
        execute_process(COMMAND ${AR} qc lib${file}.a ${file}.o WORKING_DIRECTORY ${WORK}/code
            COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
    execute_process(COMMAND ${CMAKE_COMMAND} -DNM=${NM} -DLIBS=${WORK}/code/libcode.a
        -DKNOWN=${WORK}/code/libknown.a -P ${here}/pure.cmake
        OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE result)
    expect("${text}" "${wanted}" "${output}" ${result})
endfunction()

layers_say("" core/a.c "#include \"base/arena.h\"")
layers_say("" core/kinds/a.c "#include \"core/mark.h\"")
layers_say("" main.c "#include \"app/app.h\"")
layers_say("" store/a.c "#include <unistd.h>")
layers_say("core may not include formats" core/a.c "#include \"formats/native.h\"")
layers_say("core may not include store" core/kinds/a.c "#include \"store/paths.h\"")
layers_say("ui may not include core" ui/a.h "#  include \"core/mark.h\"")
layers_say("cli may not include app" cli/a.c "#include \"app/app.h\"")
layers_say("screens may not use this library" screens/a.c "#include <SDL.h>")
layers_say("core may not use this library" core/a.c "#include <cjson/cJSON.h>")
layers_say("core may not use the system" core/a.c "#include <time.h>")
layers_say("base may not use the system" base/a.c "#include <ctype.h>")
layers_say("an include names its layer" core/a.c "#include \"mark.h\"")

set(uses_known "int known_double(int); int twice(int x) { return known_double(x); }")
pure_says("" "${uses_known}")
pure_says("" "static const char *const names[] = {\"a\", \"b\"}; const char *name(int i); const char *name(int i) { return names[i]; }")
pure_says("" "#include <string.h>\nunsigned long size(const char *s) { return strlen(s); }")
pure_says("keeps a variable: count" "int count = 1;")
pure_says("keeps a variable: (next.)?count" "int next(void) { static int count; return ++count; }")
pure_says("keeps a variable: count" "_Thread_local int count;")
pure_says("calls time" "#include <time.h>\nlong now(void) { return time(0); }")
pure_says("calls rand" "#include <stdlib.h>\nint roll(void) { return rand(); }")
pure_says("calls getenv" "#include <stdlib.h>\nchar *home(void) { return getenv(\"HOME\"); }")
pure_says("calls malloc" "#include <stdlib.h>\nvoid *get(void) { return malloc(9); }")
pure_says("calls strtod" "#include <stdlib.h>\ndouble read(const char *s) { return strtod(s, 0); }")
pure_says("calls __ctype_b_loc" "#include <ctype.h>\nint is_one(int c) { return isalpha(c); }")
