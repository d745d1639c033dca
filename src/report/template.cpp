#include "report/template.hpp"

#include <fmt/format.h>

#include <cmath>
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include "base/encode.hpp"
#include "base/failure.hpp"

namespace mentor {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

std::string encoded(const std::string& value, const Format& format) {
  if (format.name == "html") return encode::html(std::string_view(value));
  return format.name == "markdown" ? encode::markdown(Text{value}) : encode::terminal(Text{value});
}

std::string number(const json& value) {
  if (value.is_number_integer() || value.is_number_unsigned()) return std::to_string(value.get<long>());
  return fmt::format("{:g}", value.get<double>());
}

data context(const json& value, const Format& format) {
  switch (value.type()) {
    case json::value_t::object: {
      data out{data::type::object};
      for (const auto& [key, member] : value.items()) out.set(key, context(member, format));
      return out;
    }
    case json::value_t::array: {
      data out{data::type::list};
      for (const json& member : value) out.push_back(context(member, format));
      return out;
    }
    case json::value_t::boolean:
      return data{value.get<bool>()};
    case json::value_t::string:
      return data{encoded(value.get<std::string>(), format)};
    case json::value_t::number_integer:
    case json::value_t::number_unsigned:
    case json::value_t::number_float:
      return data{number(value)};
    default:
      return data{false};
  }
}

}  // namespace

std::string fill_template(std::string_view text, std::string_view document, const Format& format) {
  kainjow::mustache::mustache filled{std::string(text)};
  filled.set_custom_escape([](const std::string& value) { return value; });  // the values are encoded already
  if (!filled.is_valid())
    throw Failure{say("the template cannot be understood: {}", Text{filled.error_message()}),
                  say("each `{{{{#name}}}}` needs its `{{{{/name}}}}`; see mentor(1), --template")};
  return filled.render(context(json::parse(document), format));
}

}  // namespace mentor
