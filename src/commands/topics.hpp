// Everything that `mentor explain` can explain.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct Kind;

/// The topic that tells how a stall is found.
inline constexpr std::string_view kMethodTopic = "method";

/// Names of rules, states, the method, question sets, problems and kinds of entries, each once, in the order of the documentation.
std::vector<std::string_view> all_topics();

/// The key of mentor.yaml below which the rules stand.
inline constexpr std::string_view kSigns = "signs";

/// What `mentor config` prints: the keys of mentor.yaml, and the rules.
std::vector<std::string_view> setting_names();

/// How a kind of entry is written in Markdown, in a sentence; empty when it has no spelling of its own.
std::string in_markdown(const Kind& kind);

}  // namespace mentor
