#include "commands/schema_shape.hpp"

namespace mentor::shape {

std::string list_of(std::string_view item) { return fmt::format(R"({{"type": "array", "items": {}}})", item); }
std::string or_null(std::string_view shape) { return any_of({std::string(shape), R"({"type": "null"})"}); }
std::string any_of(const std::vector<std::string>& shapes) {
  return shapes.size() == 1 ? shapes.front() : fmt::format(R"({{"anyOf": [{}]}})", fmt::join(shapes, ", "));
}
std::string constant(std::string_view word) { return fmt::format(R"({{"const": {}}})", encode::json(word)); }
std::string reference(std::string_view name) { return fmt::format(R"({{"$ref": "#/definitions/{}"}})", name); }
std::string per_party(std::string_view value) {
  return fmt::format(R"({{"type": "object", "required": ["mentor", "mentee"], "properties": {{"mentor": {0}, "mentee": {0}}}}})", value);
}

Members& Members::add(std::string_view key, std::string_view shape) {
  list_.push_back({std::string(key), std::string(shape)});
  return *this;
}

Members& Members::may_have(std::string_view key, std::string_view shape) {
  list_.push_back({std::string(key), std::string(shape), false});
  return *this;
}

Members& Members::append(const Members& more) {
  list_.insert(list_.end(), more.list_.begin(), more.list_.end());
  return *this;
}

void Members::write(PrettyJson& json) const {
  std::vector<std::string_view> required;
  for (const Member& member : list_)
    if (member.is_always_there) required.push_back(member.key);
  json.member("type", "object").key("required").words(required).key("properties").open('{');
  for (const Member& member : list_) json.key(member.key).raw(member.shape);
  json.close('}');
}

Document::Document(const Schema& schema, const Members& root) {
  json_.open('{').member("$schema", "http://json-schema.org/draft-07/schema#").member("title", schema.title);
  root.write(json_);
  json_.key("definitions").open('{');
}

Document& Document::define(std::string_view name, std::string_view description, const Members& members) {
  json_.key(name).open('{').member("description", description);
  members.write(json_);
  json_.close('}');
  return *this;
}

std::string Document::finish() && {
  json_.close('}').close('}');
  return std::move(json_).finish();
}

Members root_of(const Schema& schema) {
  Members root;
  root.add("schema", constant(fmt::format("mentor.{}/1", schema.name)));
  return root;
}

}  // namespace mentor::shape
