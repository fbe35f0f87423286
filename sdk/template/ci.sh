# All that CI does: sh ci.sh. It needs sheaf, sheaf-dev, cmake and a C++20 compiler.
set -eu
cd "$(dirname "$0")"
cmake --workflow --preset default
sheaf plugin check build/your-section.so
