# cmake -DFOLDER=… -P empty_folder.cmake: yesterday's files are not judged today.
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
