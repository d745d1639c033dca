// Makes the fields of the vocabulary from the members of the model.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "journal/vocabulary.hpp"

namespace mentor::vocabulary {

template <class T>
struct MemberOf;
template <class R, class M>
struct MemberOf<M R::*> {
  using RecordType = R;
  using Type = M;
};

/// What only some fields have.
struct Extra {
  const Kind* record = nullptr;
  std::uint8_t parties = 0;
  bool required = false;
};

/// The field that a member of a record is: `Pointer` is &Goal::title or the like.
template <auto Pointer>
constexpr Field field(std::string_view name, std::string_view meaning, std::string_view example, Extra extra = {}) {
  using Owner = typename MemberOf<decltype(Pointer)>::RecordType;
  using M = typename MemberOf<decltype(Pointer)>::Type;
  Field out{name, shape_of<M>(), meaning, example, words_of<M>(), extra.parties, extra.record};
  out.required = extra.required;
  out.member = [](void* record) -> void* { return &(static_cast<Owner*>(record)->*Pointer); };
  if constexpr (shape_of<M>() == Shape::records) {
    out.append = [](void* list) -> void* { return &static_cast<M*>(list)->emplace_back(); };
    out.reserve = [](void* list, std::size_t more) { static_cast<M*>(list)->reserve(static_cast<M*>(list)->size() + more); };
    out.size = [](const void* list) { return static_cast<const M*>(list)->size(); };
    out.at = [](const void* list, std::size_t i) -> const void* { return &(*static_cast<const M*>(list))[i]; };
    if constexpr (requires(M list) { list.recorded; }) {
      out.mark_recorded = [](void* list) { static_cast<M*>(list)->recorded = true; };
      out.is_recorded = [](const void* list) { return static_cast<const M*>(list)->recorded; };
    }
  }
  return out;
}

/// An action's short spelling: the party is the key, the text its value.
constexpr Field owned(std::string_view party, std::string_view meaning, std::string_view example) {
  Field out{party, Shape::owned_text, meaning, example};
  out.member = [](void* record) -> void* { return record; };
  return out;
}

constexpr Extra from(std::uint8_t parties) { return {nullptr, parties}; }
constexpr Extra of(const Kind& kind) { return {&kind}; }
constexpr Extra kRequired = {nullptr, 0, true};

}  // namespace mentor::vocabulary
