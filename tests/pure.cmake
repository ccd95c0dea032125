cmake_minimum_required(VERSION 3.22)
# The pure layers call only memory, strings, maths, the libraries of text and JSON, and each other, and keep no
# variable. Usage: cmake -DNM=nm "-DLIBS=libcore.a;libui.a" "-DKNOWN=libbase.a" -P pure.cmake
# KNOWN may be called as well but is not looked into.

set(allowed
    "mem(chr|cmp|cpy|move|set)"
    "bcmp" # what clang makes of a memcmp() whose sign does not matter
    "str(chr|cmp|cspn|len|ncmp|pbrk|rchr|spn|str)"
    "v?snprintf"
    "__[a-z]+_chk"
    "__(assert|stack_chk)_fail"
    "_GLOBAL_OFFSET_TABLE_"
    "qsort|bsearch"
    "(acos|asin|atan|atan2|cos|sin|sincos|tan|hypot|cbrt|ceil|exp|exp2|expm1|fabs|floor|fmax|fmin|fmod|frexp|ldexp|log|log10|log1p|log2|modf|pow|rint|round|scalbn|sqrt|trunc)f?"
    "l?l?(round|rint)f?"
    "(cJSON|utf8proc|fribidi|XXH(3|32|64|128|_INLINE)?)_.*"
    "(set|init)_(line|word|grapheme)breaks.*")

function(is_allowed name result)
    foreach(pattern ${allowed})
        if(name MATCHES "^(${pattern})$")
            set(${result} TRUE PARENT_SCOPE)
            return()
        endif()
    endforeach()
    set(${result} FALSE PARENT_SCOPE)
endfunction()

# Sets OWN to what `lib` defines, WANTED to what it calls and KEPT to its variables.
function(read_symbols lib)
    execute_process(COMMAND ${NM} -f sysv ${lib} OUTPUT_VARIABLE symbols ERROR_QUIET RESULT_VARIABLE result)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${NM} cannot read ${lib}")
    endif()
    set(own "")
    set(wanted "")
    set(kept "")
    string(REGEX REPLACE "[][;]" "," symbols "${symbols}")
    string(REPLACE "\n" ";" symbols "${symbols}")
    foreach(line ${symbols}) # name |value |class |type |size |line |section
        if(line MATCHES "^([A-Za-z_0-9.]+) *\\|[^|]*\\| *([A-Za-z]) *\\|[^|]*\\|[^|]*\\|[^|]*\\|(.*)$")
            set(name ${CMAKE_MATCH_1})
            set(section "${CMAKE_MATCH_3}")
            if(CMAKE_MATCH_2 STREQUAL "U")
                list(APPEND wanted ${name})
            elseif(section MATCHES "^[.]t?(data|bss)|^[*]COM" AND NOT section MATCHES "^[.]data[.]rel[.]ro")
                list(APPEND kept "${name} in ${section}")
            else()
                list(APPEND own ${name})
            endif()
        endif()
    endforeach()
    set(OWN "${own}" PARENT_SCOPE)
    set(WANTED "${wanted}" PARENT_SCOPE)
    set(KEPT "${kept}" PARENT_SCOPE)
endfunction()

set(defined "")
foreach(lib ${LIBS} ${KNOWN})
    read_symbols(${lib})
    if(NOT OWN AND NOT KEPT)
        message(FATAL_ERROR "${lib} is empty")
    endif()
    list(APPEND defined ${OWN})
endforeach()
set(failed FALSE)
foreach(lib ${LIBS})
    read_symbols(${lib})
    foreach(variable ${KEPT})
        message("${lib} keeps a variable: ${variable}")
        set(failed TRUE)
    endforeach()
    list(REMOVE_DUPLICATES WANTED)
    foreach(name ${WANTED})
        is_allowed(${name} is_fine)
        if(NOT name IN_LIST defined AND NOT is_fine)
            message("${lib} calls ${name}")
            set(failed TRUE)
        endif()
    endforeach()
endforeach()
if(failed)
    message(FATAL_ERROR "not pure")
endif()
