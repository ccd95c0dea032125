# Plays the journey JOURNEY with the program QUARTET, from the folder of the checkout. It must go
# well, or where its name begins with "fails-" end with status 1: an expectation was not met.
get_filename_component(name ${JOURNEY} NAME)
get_filename_component(root ${JOURNEY} DIRECTORY)
get_filename_component(root ${root}/../.. ABSOLUTE)
set(wanted 0)
if(name MATCHES "^fails-")
    set(wanted 1)
endif()
execute_process(COMMAND ${QUARTET} replay ${JOURNEY} WORKING_DIRECTORY ${root}
    RESULT_VARIABLE status ERROR_VARIABLE said OUTPUT_VARIABLE said)
if(NOT status EQUAL wanted)
    message(FATAL_ERROR "${name}: status ${status}, wanted ${wanted}\n${said}")
endif()
