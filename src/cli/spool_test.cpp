#include "cli/spool.hpp"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

namespace mentor {
namespace {

std::string read(const Spool& spool, Spool::Piece piece) {
  std::string buffer;
  return std::string(spool.read(piece, buffer));
}

std::string piece_of(std::size_t number, std::size_t bytes) { return std::to_string(number) + std::string(bytes, static_cast<char>('a' + number % 26)); }

}  // namespace

TEST_CASE("a spool gives pieces back in any order, however much it holds") {
  for (const std::size_t bytes : {0U, 10U, 5'000U, 700'000U, 3'000'000U}) {
    CAPTURE(bytes);
    Spool spool;
    std::vector<Spool::Piece> pieces;
    for (std::size_t i = 0; i < 9; ++i) pieces.push_back(spool.put(piece_of(i, bytes)));
    for (std::size_t i = pieces.size(); i-- > 0;) CHECK(read(spool, pieces[i]) == piece_of(i, bytes));
  }
}

TEST_CASE("a piece of no bytes is none") {
  Spool spool;
  CHECK_FALSE(spool.put(""));
  CHECK(spool.put("x"));
}

TEST_CASE("a spool takes pieces from several threads") {
  Spool spool;
  std::vector<std::vector<Spool::Piece>> pieces(4);
  std::vector<std::thread> threads;
  for (auto& own : pieces)
    threads.emplace_back([&spool, &own] {
      for (std::size_t i = 0; i < 200; ++i) own.push_back(spool.put(piece_of(i, 5'000)));
    });
  for (std::thread& thread : threads) thread.join();
  bool is_whole = true;
  for (const auto& own : pieces)
    for (std::size_t i = 0; i < own.size(); ++i) is_whole = is_whole && read(spool, own[i]) == piece_of(i, 5'000);
  CHECK(is_whole);
}

}  // namespace mentor
