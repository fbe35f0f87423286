#include "base/sha256.hpp"

#include <catch2/catch.hpp>

TEST_CASE("SHA-256 is that of the examples of FIPS 180-4") {
  CHECK(sheaf::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sheaf::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sheaf::sha256(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("A hash is 64 hexadecimal digits") {
  CHECK(sheaf::is_sha256("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852B855"));
  CHECK_FALSE(sheaf::is_sha256("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85"));
  CHECK_FALSE(sheaf::is_sha256("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}
