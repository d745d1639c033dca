#include "journal/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "journal/guard.hpp"
#include "journal/yaml_builder.hpp"
#include "journal/yaml_fault.hpp"
#include "journal/yaml_strict.hpp"

namespace mentor {
namespace {

/// yaml-cpp ends a value in brackets at any `?`, which YAML does not: `{text: What now?}`. So it is given another byte in the place of one
/// that follows a word, one that is in no UTF-8 text and that no escape makes.
constexpr char kQuestion = '\xFF';

std::string without_questions(std::string_view text) {
  std::string changed(text);
  for (std::size_t at = changed.find('?', 1); at != std::string::npos; at = changed.find('?', at + 1)) {
    if (std::string_view(" \t\r\n[{,").find(changed[at - 1]) == std::string_view::npos) changed[at] = kQuestion;
  }
  return changed;
}

std::string with_questions(std::string value) {
  std::replace(value.begin(), value.end(), kQuestion, '?');
  return value;
}

/// Passes yaml-cpp's events on. Its marks count from the beginning of the part; a mark it does not have is negative.
class Events : public YAML::EventHandler {
 public:
  Events(TreeBuilder& builder, Span part) : builder_(builder), part_(part) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { builder_.null(offset(mark)); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_anchor(mark); }
  void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuse_anchor(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override {
    hold_tag(mark, tag);
    builder_.scalar(offset(mark), tag == "!", with_questions(value));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value style) override {
    hold_tag(mark, tag);
    builder_.begin(Node::Kind::list, offset(mark), style == YAML::EmitterStyle::Flow);
  }
  void OnSequenceEnd() override { builder_.end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value style) override {
    hold_tag(mark, tag);
    builder_.begin(Node::Kind::map, offset(mark), style == YAML::EmitterStyle::Flow);
  }
  void OnMapEnd() override { builder_.end(); }

  std::size_t offset(const YAML::Mark& mark) const { return std::min<std::size_t>(part_.begin + static_cast<std::size_t>(std::max(mark.pos, 0)), part_.end); }

 private:
  void refuse_anchor(const YAML::Mark& mark) const {
    const std::size_t at = offset(mark);
    throw YamlFault{&problems::yaml_anchor, span_of(at, at + 1), say("`&` and `*` at the start of a value are anchors and aliases of YAML."),
                    say("quote the value if it is meant as text; otherwise write it out")};
  }
  /// yaml-cpp gives "?" to plain values and "!" to quoted ones and blocks; anything else was written.
  void hold_tag(const YAML::Mark& mark, const std::string& tag) const {
    if (tag.empty() || tag == "?" || tag == "!") return;
    const std::size_t at = offset(mark);
    throw YamlFault{&problems::yaml_tag, span_of(at, at + 1), say("`!` at the start of a value is a tag of YAML."),
                    say("quote the value if it is meant as text")};
  }

  TreeBuilder& builder_;
  Span part_;
};

/// What to say when the bytes show no better reason than the library's.
YamlFault in_our_words(const YAML::Exception& error, const YamlTrouble& trouble) {
  const std::size_t at = trouble.stuck;
  const auto fault = [&](const ProblemKind& kind, Message message, Message repair) {
    return YamlFault{&kind, span_of(at, at + 1), std::move(message), std::move(repair)};
  };
  const std::string_view said = error.msg;
  namespace Msg = YAML::ErrorMsg;
  if (said == Msg::BAD_FILE)
    return fault(problems::yaml_too_deep, say("the nesting is deeper than any journal's"), say("look for brackets or `- ` without end"));
  if (said == Msg::TAB_IN_INDENTATION) return fault(problems::yaml_tab, say("a tab; YAML needs spaces"), say("put spaces in its place"));
  if (said.starts_with(Msg::INVALID_ESCAPE) || said == Msg::INVALID_HEX || said.starts_with(Msg::INVALID_UNICODE)) {
    return fault(problems::yaml_syntax, say("a backslash in double quotes begins an escape, and YAML does not know this one"),
                 say("use single quotes, in which a backslash is a backslash"));
  }
  if (said == Msg::UNKNOWN_ANCHOR || said == Msg::ALIAS_NOT_FOUND || said == Msg::ANCHOR_NOT_FOUND || said == Msg::CHAR_IN_ALIAS ||
      said == Msg::CHAR_IN_ANCHOR) {
    return fault(problems::yaml_anchor, say("`&` and `*` at the start of a value are anchors and aliases of YAML."),
                 say("quote the value if it is meant as text"));
  }
  if (said == Msg::FLOW_END)
    return fault(problems::yaml_syntax, say("a closing bracket that nothing opened"), say("delete it, or quote the value that it is part of"));
  if (said == Msg::DOC_IN_SCALAR)
    return fault(problems::yaml_unclosed_quote, say("a quote is still open at this line"), say("close it on the line that it opens"));
  return unexplained(trouble);
}

void read_reference(const Source& source, Span part, std::uint32_t first_line, Tree& tree, Problems& problems) {
  tree.clear();
  TreeBuilder builder(source.text, part, first_line, tree);
  Events events(builder, part);
  std::vector<YamlFault> faults;
  try {
    std::istringstream stream(without_questions(std::string_view(source.text).substr(part.begin, part.end - part.begin)));
    YAML::Parser parser(stream);
    // One document at most: yaml-cpp can go round for ever behind the first, and the builder looks at what is left itself.
    parser.HandleNextDocument(events);
    builder.finish();
    faults = builder.repeated_keys();
  } catch (const YamlFault& fault) {
    faults = {fault};
  } catch (const YAML::Exception& error) {
    const YamlTrouble trouble = builder.trouble(events.offset(error.mark));
    faults = {explain(trouble, in_our_words(error, trouble))};
  } catch (const std::exception&) {
    faults = {unexplained(builder.trouble(part.begin))};
  }
  const auto is_lost = [](const YamlFault& fault) { return fault.kind != &problems::duplicate_key; };
  if (std::any_of(faults.begin(), faults.end(), is_lost)) tree.clear();
  for (YamlFault& fault : faults) {
    problems.push_back(problem_at(*fault.kind, source, fault.span, std::move(fault.message), std::move(fault.repair)));
  }
}

}  // namespace

void read_yaml(const Source& source, Span part, std::uint32_t first_line, Tree& tree, Problems& problems, YamlReader reader) {
  if (part.begin == 0) part.begin = std::min(mark_size(source.text), part.end);
  if (reader == YamlReader::fastest && read_yaml_strict(source, part, first_line, tree)) return;
  read_reference(source, part, first_line, tree, problems);
}

}  // namespace mentor
