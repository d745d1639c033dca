// The schemas of a journal's YAML files, derived from the vocabulary: they accept what the binder accepts without a remark, but for
// spellings that an editor had better not teach, such as dates of other forms and words in capitals.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "commands/pretty_json.hpp"
#include "commands/schema.hpp"
#include "commands/yaml_as_json.hpp"
#include "journal/vocabulary.hpp"
#include "rules/rule.hpp"

namespace mentor {
namespace {

constexpr std::string_view kDay = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
constexpr std::string_view kLengthUnit = "(m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)";
constexpr std::string_view kRhythm =
    "(daily|weekly|fortnightly|biweekly|monthly|quarterly|(every +)?([1-9][0-9]{0,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)? *"
    "(d|days?|w|weeks?|fortnights?|mo|months?|quarters?))";
constexpr std::string_view kTime = "([01]?[0-9]|2[0-3])[:.][0-5][0-9]";
constexpr std::string_view kNotAgreed = "none|no|tbc|tbd|TBC|TBD|open|[?]|-";
constexpr std::string_view kMinutes = "([0-9]{1,4}(/[0-9]{1,4})?|/[0-9]{1,4})( *(min|mins|minutes))?";
constexpr std::string_view kPerson = "[^<>]+|[^<>]*<[^<>@ ]+@[^<>@ ]+>";
/// A scalar of any kind: YAML reads `purpose: 5` as a number, the journal as text.
constexpr std::string_view kScalar = R"(["string", "number", "boolean"])";
constexpr std::string_view kScalarOrNull = R"(["string", "number", "boolean", "null"])";

/// Where a kind's description stands in the document.
std::string reference(const Kind& kind) {
  std::string name(kind.name);
  std::ranges::replace(name, ' ', '-');
  return "#/definitions/" + name;
}

std::vector<std::string_view> allowed_parties(const Field& field) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < Words<Party>::list.size(); ++i)
    if (field.parties == 0 || (field.parties >> i & 1U) != 0) out.push_back(Words<Party>::list[i]);
  return out;
}

/// Whether one line of text may stand for the whole record.
bool may_be_text(const Kind& kind) { return !kind.free_text.empty() && std::ranges::none_of(kind.fields, &Field::required); }

class JournalSchema {
 public:
  std::string write(const Schema& schema, const Kind& root) {
    collect(root);
    json_.open('{').member("$schema", "http://json-schema.org/draft-07/schema#").member("title", schema.title);
    write_kind(root);
    json_.key("definitions").open('{');
    for (const Kind* const kind : kinds_) {
      if (kind == &root) continue;
      json_.key(std::string_view(reference(*kind)).substr(std::string_view("#/definitions/").size())).open('{');
      write_kind(*kind);
      json_.close('}');
    }
    json_.close('}').close('}');
    return std::move(json_).finish();
  }

 private:
  /// The kinds that the root reaches, in the order of their first mention.
  void collect(const Kind& kind) {
    if (std::ranges::find(kinds_, &kind) != kinds_.end()) return;
    kinds_.push_back(&kind);
    for (const Field& field : kind.fields) {
      if (field.record != nullptr) collect(*field.record);
      if (field.shape == Shape::cadence) collect(kinds::cadence_step);
    }
  }

  void write_kind(const Kind& kind) {
    json_.member("description", kind.meaning).member("type", "object");
    json_.key("properties").open('{');
    for (const Field& field : kind.fields) {
      json_.key(field.name).open('{').member("description", field.meaning);
      write_shape(field);
      if (const std::string example = yaml_as_json(field.example); !example.empty()) json_.key("examples").raw("[" + example + "]");
      json_.close('}');
    }
    json_.close('}');
    std::vector<std::string_view> required;
    for (const Field& field : kind.fields)
      if (field.required) required.push_back(field.name);
    if (!required.empty()) json_.key("required").words(required);
    json_.key("patternProperties").raw(R"({"^x-": {}})").key("additionalProperties").raw("false");
  }

  void write_shape(const Field& field) {
    switch (field.shape) {
      case Shape::text:
      case Shape::owned_text:
        json_.key("type").raw(kScalar);
        return;
      case Shape::private_text:
        json_.key("type").raw(kScalarOrNull);
        return;
      case Shape::texts:
        return any_of([this] { list_of([this] { json_.key("type").raw(kScalar); }); }, [this] { json_.key("type").raw(kScalar); });
      case Shape::date:
        return string_like(kDay);
      case Shape::dates:
        return any_of([this] { list_of([this] { string_like(kDay); }); }, [this] { string_like(comma_list(kDay)); });
      case Shape::next:
        return any_of([this] { string_like(fmt::format("{}( +{})?|{}", kDay, kTime, kNotAgreed)); }, [this] { json_.member("type", "null"); });
      case Shape::party:
        return party(field);
      case Shape::parties:
        return any_of([&] { list_of([&] { party(field); }); }, [this] { json_.member("type", "string"); });
      case Shape::word:
        return word(field);
      case Shape::words:
        return words(field);
      case Shape::rating:
        return number(1, 5);
      case Shape::count:
        return number(0, 999999);
      case Shape::minutes:
        return any_of([this] { number(0, 1440); }, [this] { string_like(kMinutes); });
      case Shape::duration:
        return string_like(fmt::format("([0-9]{{1,5}} *{} *)+", kLengthUnit));
      case Shape::rhythm:
        return string_like(kRhythm);
      case Shape::cadence:
        return any_of([this] { string_like(kRhythm); }, [this] { list_of([this] { refer(kinds::cadence_step); }); });
      case Shape::person:
        return person();
      case Shape::party_texts:
        return per_party([this] { json_.key("type").raw(kScalar); });
      case Shape::party_ratings:
        return party_numbers(5);
      case Shape::party_ranks:
        return party_numbers(1000);
      case Shape::tick:
        return any_of([this] { string_like(fmt::format("{}|yes|no", kDay)); }, [this] { json_.member("type", "boolean"); });
      case Shape::record:
        return record(*field.record, false);
      case Shape::records:
        return record(*field.record, true);
      case Shape::items:
        return map_of_scalars();
      case Shape::signs:
        return signs();
    }
  }

  template <class... Alternative>
  void any_of(Alternative... write) {
    json_.key("anyOf").open('[');
    const auto one = [this](auto& alternative) {
      json_.open('{');
      alternative();
      json_.close('}');
    };
    (one(write), ...);
    json_.close(']');
  }

  template <class Write>
  void list_of(Write item) {
    json_.member("type", "array").key("items").open('{');
    item();
    json_.close('}');
  }

  void string_like(std::string_view pattern) { json_.member("type", "string").member("pattern", fmt::format("^({})$", pattern)); }
  static std::string comma_list(std::string_view item) { return fmt::format("{0}( *, *{0})*", item); }
  void number(int least, int most) { json_.member("type", "integer").key("minimum").raw(std::to_string(least)).key("maximum").raw(std::to_string(most)); }

  /// One of the words, or a name of one of the two.
  void party(const Field& field) {
    any_of([&] { json_.key("enum").words(allowed_parties(field)); }, [this] { json_.member("type", "string").key("minLength").raw("1"); });
  }

  /// YAML 1.1 makes truth values of yes and no; the binder takes them for the words.
  void word(const Field& field) {
    if (field.words.size() > 2 || field.words[0] != "yes") {
      json_.key("enum").words(field.words);
      return;
    }
    json_.key("enum").raw(fmt::format(R"(["{}", true{}])", fmt::join(field.words, R"(", ")"), field.words[1] == "no" ? ", false" : ""));
  }

  void words(const Field& field) {
    const std::string any_word = fmt::format("({})", fmt::join(field.words, "|"));
    any_of([&] { list_of([&] { json_.key("enum").words(field.words); }); }, [&] { string_like(comma_list(any_word)); });
  }

  void refer(const Kind& kind) { json_.member("$ref", reference(kind)); }

  void person() {
    any_of([this] { string_like(kPerson); },
           [this] {
             json_.member("type", "object").key("properties").open('{');
             json_.key("name").open('{').member("description", "What the person is called.").member("type", "string").close('}');
             json_.key("email").open('{').member("description", "The address for reminders.").member("type", "string").close('}');
             json_.close('}').key("required").raw(R"(["name"])").key("additionalProperties").raw("false");
           });
  }

  /// Keys are mentor, mentee, both, or a name of one of the two.
  template <class Write>
  void per_party(Write value) {
    json_.member("type", "object").key("properties").open('{');
    for (const Party party : {Party::mentor, Party::mentee, Party::both}) {
      json_.key(mentor::word(party)).open('{');
      value();
      json_.close('}');
    }
    json_.close('}').key("additionalProperties").open('{');
    value();
    json_.close('}');
  }

  void party_numbers(int most) {
    any_of([&] { per_party([&] { number(1, most); }); }, [this] { string_like(comma_list("[^,]*[^, :] *[ :] *[0-9]{1,4}")); });
  }

  void record(const Kind& kind, bool is_list) {
    const auto self = [&] { refer(kind); };
    const auto text = [this] { json_.key("type").raw(kScalar); };
    const auto one = [&] { may_be_text(kind) ? any_of(self, text) : self(); };
    if (is_list) return any_of([&] { list_of(one); }, [&] { one(); }, [this] { json_.member("type", "null"); });
    may_be_text(kind) ? any_of(self, text) : any_of(self);
  }

  void map_of_scalars() { json_.member("type", "object").key("additionalProperties").open('{').key("type").raw(kScalar).close('}'); }

  void severity() { json_.key("enum").raw(R"(["off", "info", "warning", "error", false])"); }

  void signs() {
    json_.member("type", "object").key("properties").open('{');
    for (const Rule* const rule : all_rules()) {
      json_.key(rule->id).open('{').member("description", fmt::format("{}. {}", rule->title, rule->why));
      any_of([this] { severity(); }, [&] { limits(*rule); });
      json_.close('}');
    }
    json_.close('}').key("additionalProperties").raw("false");
  }

  void limits(const Rule& rule) {
    json_.member("type", "object").key("properties").open('{');
    json_.key("severity").open('{').member("description", "How grave its findings are.");
    severity();
    json_.close('}');
    for (const Limit& limit : rule.limits) {
      json_.key(limit.key).open('{').member("description", fmt::format("{} ({})", limit.meaning, limit.unit)).member("type", "number");
      json_.key("minimum").raw("0").key("maximum").raw("100000").key("default").raw(fmt::format("{:g}", limit.value)).close('}');
    }
    json_.close('}').key("additionalProperties").raw("false");
  }

  PrettyJson json_;
  std::vector<const Kind*> kinds_;
};

}  // namespace

std::string relationship_schema(const Schema& schema) { return JournalSchema{}.write(schema, kinds::relationship); }
std::string config_schema(const Schema& schema) { return JournalSchema{}.write(schema, kinds::programme); }
std::string questions_schema(const Schema& schema) { return JournalSchema{}.write(schema, kinds::question_set); }

}  // namespace mentor
