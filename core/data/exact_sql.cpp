// sum, total, avg, round, plus, minus, times and divide over exact decimals. SQLite's own
// count in floating point.

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "data/connection.hpp"
#include "data/decimal.hpp"

namespace sheaf::data {
namespace {

constexpr int kUsualPlaces = 6;  // of what a division leaves
constexpr int kMostPlaces = 15;  // that a result can hold

/// A call of one function: its arguments, and where its answer goes.
class Call {
 public:
  Call(sqlite3_context* context, int count, sqlite3_value** arguments)
      : connection_(connection_of(context)),
        library_(connection_.library()),
        context_(context),
        count_(count),
        arguments_(arguments) {}

  /// The library's own functions are needed to find the library: its handle travels as user data.
  static Connection& connection_of(sqlite3_context* context) {
    return *static_cast<Connection*>(sqlite_library()->user_data(context));
  }

  bool has_null() const {
    for (int i = 0; i < count_; ++i) {
      if (library_.value_type(arguments_[i]) == SQLITE_NULL) return true;
    }
    return false;
  }

  /// Nothing for what is no exact number; the fault is then said.
  std::optional<Decimal> number(int index) {
    sqlite3_value* value = arguments_[index];
    switch (library_.value_type(value)) {
      case SQLITE_INTEGER: return to_decimal(std::int64_t{library_.value_int64(value)});
      case SQLITE_FLOAT: return inexact(from_double(library_.value_double(value)));
      default: break;
    }
    const std::string text = text_of_value(value);
    auto decimal = to_decimal(text);
    if (!decimal) fail({fmt::format("\"{}\" is no number", text), text});
    return decimal;
  }

  /// How many places are asked for by an argument, or `otherwise` when it is not given. Nothing:
  /// more than there are, which is said.
  std::optional<int> places(int index, int otherwise) {
    if (index >= count_) return otherwise;
    const auto wanted = library_.value_int64(arguments_[index]);
    if (wanted >= 0 && wanted <= kMostPlaces) return static_cast<int>(wanted);
    fail({fmt::format("a number can have 0 to {} places, not {}", kMostPlaces, wanted)});
    return {};
  }

  double real(int index) const { return library_.value_double(arguments_[index]); }
  bool is_real(int index) const { return library_.value_type(arguments_[index]) == SQLITE_FLOAT; }

  void answer(const std::optional<Decimal>& number) {
    const auto real = number ? to_double(*number) : std::nullopt;
    const std::string text = number ? text_of(*number) : std::string();
    const bool whole = number && text.find('.') == std::string::npos;
    if (whole && text.size() <= 18) return library_.result_int64(context_, std::stoll(text));
    if (real) return library_.result_double(context_, *real);
    fail({"a number has more than 15 digits"});
  }

  void answer_null() { library_.result_null(context_); }

  void fail(Fault fault) {
    if (connection_.fault().message.empty()) connection_.set_fault(std::move(fault));
    library_.result_error(context_, "inexact", -1);
  }

 private:
  std::optional<Decimal> inexact(std::optional<Decimal> number) {
    if (!number) fail({"a number has been rounded by + - * or /"});
    return number;
  }

  std::string text_of_value(sqlite3_value* value) const {
    const auto* text = library_.value_text(value);
    return text ? reinterpret_cast<const char*>(text) : "";
  }

  Connection& connection_;
  const SqliteLibrary& library_;
  sqlite3_context* context_;
  int count_;
  sqlite3_value** arguments_;
};

/// What an aggregate keeps from row to row. SQLite hands it out as zeros, and aligned for 64 bits
/// only, so that the sum is kept in halves.
struct Total {
  std::int64_t high;
  std::uint64_t low;
  std::int64_t places, count;

  Decimal sum() const {
    return {static_cast<Decimal::Wide>(high) * kHalf + low, static_cast<int>(places)};
  }

  void set(const Decimal& sum) {
    low = static_cast<std::uint64_t>(sum.digits);
    high = static_cast<std::int64_t>((sum.digits - low) / kHalf);
    places = sum.places;
  }

 private:
  static constexpr Decimal::Wide kHalf = static_cast<Decimal::Wide>(1) << 64;
};

Total* total_of(sqlite3_context* context, std::size_t bytes) {
  return static_cast<Total*>(sqlite_library()->aggregate_context(context, static_cast<int>(bytes)));
}

template <class Change>
void change_total(sqlite3_context* context, int count, sqlite3_value** arguments, int by,
                  Change change) {
  Call call(context, count, arguments);
  Total* total = total_of(context, sizeof(Total));
  if (!total || call.has_null()) return;
  const auto number = call.number(0);
  if (!number) return;
  const auto sum = change(total->sum(), *number);
  if (!sum) return call.fail({"a sum has more than 38 digits"});
  total->set(*sum);
  total->count += by;
}

void step(sqlite3_context* context, int count, sqlite3_value** arguments) {
  change_total(context, count, arguments, 1, add);
}

void inverse(sqlite3_context* context, int count, sqlite3_value** arguments) {
  change_total(context, count, arguments, -1, subtract);
}

void sum_value(sqlite3_context* context) {
  Call call(context, 0, nullptr);
  const Total* total = total_of(context, 0);
  if (!total || total->count == 0) return call.answer_null();
  call.answer(total->sum());
}

void total_value(sqlite3_context* context) {
  const Total* total = total_of(context, 0);
  Call(context, 0, nullptr).answer(total ? total->sum() : Decimal{});
}

void avg_value(sqlite3_context* context) {
  Call call(context, 0, nullptr);
  const Total* total = total_of(context, 0);
  if (!total || total->count == 0) return call.answer_null();
  call.answer(divide(total->sum(), to_decimal(total->count), kUsualPlaces));
}

/// Also of what floating point has left, as it is asked for by name.
void round_call(sqlite3_context* context, int count, sqlite3_value** arguments) {
  Call call(context, count, arguments);
  if (call.has_null()) return call.answer_null();
  const auto places = call.places(1, 0);
  if (!places) return;
  if (!call.is_real(0)) {
    if (const auto number = call.number(0)) call.answer(round(*number, *places));
    return;
  }
  const auto number = to_decimal(fmt::format("{:.15f}", call.real(0)));
  call.answer(number ? std::optional(round(*number, *places)) : std::nullopt);
}

template <std::optional<Decimal> (*Operation)(const Decimal&, const Decimal&)>
void operate(sqlite3_context* context, int count, sqlite3_value** arguments) {
  Call call(context, count, arguments);
  if (call.has_null()) return call.answer_null();
  const auto a = call.number(0);
  const auto b = a ? call.number(1) : std::nullopt;
  if (b) call.answer(Operation(*a, *b));
}

/// divide(a, b) and divide(a, b, places); null when b is zero, as SQL has it.
void divide_call(sqlite3_context* context, int count, sqlite3_value** arguments) {
  Call call(context, count, arguments);
  if (call.has_null()) return call.answer_null();
  const auto a = call.number(0);
  const auto b = a ? call.number(1) : std::nullopt;
  const auto places = b ? call.places(2, kUsualPlaces) : std::nullopt;
  if (!places) return;
  if (b->digits == 0) return call.answer_null();
  call.answer(divide(*a, *b, *places));
}

using CallFunction = void (*)(sqlite3_context*, int, sqlite3_value**);
using ValueFunction = void (*)(sqlite3_context*);

constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

bool add_function(Connection& connection, const char* name, int arguments, CallFunction call) {
  return connection.library().create_function_v2(connection.handle(), name, arguments, kFlags,
                                                 &connection, call, nullptr, nullptr,
                                                 nullptr) == SQLITE_OK;
}

bool add_aggregate(Connection& connection, const char* name, ValueFunction value) {
  return connection.library().create_window_function(connection.handle(), name, 1, kFlags,
                                                     &connection, step, value, value, inverse,
                                                     nullptr) == SQLITE_OK;
}

}  // namespace

bool add_exact_functions(Connection& connection) {
  return add_aggregate(connection, "sum", sum_value) &&
         add_aggregate(connection, "total", total_value) &&
         add_aggregate(connection, "avg", avg_value) &&
         add_function(connection, "round", 1, round_call) &&
         add_function(connection, "round", 2, round_call) &&
         add_function(connection, "plus", 2, operate<data::add>) &&
         add_function(connection, "minus", 2, operate<data::subtract>) &&
         add_function(connection, "times", 2, operate<data::multiply>) &&
         add_function(connection, "divide", 2, divide_call) &&
         add_function(connection, "divide", 3, divide_call);
}

}  // namespace sheaf::data
