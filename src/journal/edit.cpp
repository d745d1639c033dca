#include "journal/edit.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "journal/edit_markdown.hpp"
#include "journal/edit_new_note.hpp"
#include "journal/edit_yaml.hpp"
#include "journal/guard.hpp"
#include "journal/markdown_reader.hpp"
#include "journal/same_model.hpp"
#include "journal/yaml_spelling.hpp"

namespace mentor {
namespace {

using Act = Wish::Act;

/// One file as it was read: which of its bytes are YAML and which are Markdown, and the edits of both.
class EditedFile {
 public:
  EditedFile(const Reading& reading, std::uint32_t file, const People& people)
      : source_(reading.sources[file]),
        tree_(reading.trees[file]),
        is_markdown_(is_markdown(source_.path)),
        front_(is_markdown_ ? markdown::find_front_matter(source_.text) : markdown::FrontMatter{}),
        begin_(is_markdown_ ? front_.behind : source_.text.size()),
        yaml(source_, tree_, is_markdown_ ? front_.span.end : source_.text.size()),
        markdown(source_, tree_, reading.relationship, file, begin_, people) {}

  bool has_yaml() const { return !is_markdown_ || front_.is_there; }
  bool has_markdown() const { return is_markdown_; }
  bool is_yaml(const Record& record) const { return !is_markdown_ || (front_.is_there && record.place.offset < begin_); }
  const Source& source() const { return source_; }

  /// The map, or the text alone, that a record was read from.
  std::uint32_t node_of(const Record& record, bool is_root) const {
    if (is_root) return 0;
    const auto& nodes = tree_.nodes;
    for (const bool wants_map : {true, false})
      for (std::uint32_t i = record.place.file == 0 ? 1 : 0; i < nodes.size(); ++i)
        if (nodes[i].span.begin == record.place.offset && nodes[i].kind == (wants_map ? Node::Kind::map : Node::Kind::scalar)) return i;
    throw NotEdited{say("the entry is not where it was read in {}", Text{source_.path}), say("please report it")};
  }
  bool is_map(std::uint32_t node) const { return tree_.nodes[node].kind == Node::Kind::map; }

 private:
  const Source& source_;
  const Tree& tree_;
  bool is_markdown_;
  markdown::FrontMatter front_;
  std::size_t begin_;

 public:
  YamlEdit yaml;
  MarkdownEdit markdown;
};

/// One splice of a wish: a record more or less, or one value.
struct Move {
  Act act;
  std::vector<Step> path;
  const Field* list = nullptr;
  NewRecord record = {};
  NewValue value = {};
};

class Editing {
 public:
  Editing(const ReadFrom& origin, const Reading& before, const Wish& wish) : origin_(origin), before_(before), wish_(wish) {
    people_.mentor = before.relationship.mentor;
    people_.mentee = before.relationship.mentee;
    people_.aliases = origin.programme.aliases;
  }

  Edited run() {
    require_readable(before_);
    hold_bytes(wish_.values);
    Problems problems;
    const Wanted wanted(wish_, people_, origin_.programme.defaults, problems);
    if (!problems.empty()) throw NotEdited{problems[0].message, problems[0].repair};
    if (wish_.act == Act::add && wish_.list == kinds::relationship.find("meetings") && wish_.record.empty() &&
        keeps_notes_of_meetings(origin_.siblings, before_.relationship))
      return new_note(wanted);
    if (wish_.act == Act::set && difference(before_.relationship, before_.relationship, wish_, wanted.record()) == nullptr) return unchanged();
    for (const Move& move : moves()) make(move);
    if (now_ == &before_) return unchanged();
    prove(*now_, wanted);
    return result();
  }

 private:
  // ---------------------------------------------------------------- before

  static void hold_text(std::string_view text) {
    if (first_forbidden_byte(text) == std::string_view::npos && text.find('\r') == std::string_view::npos) return;
    throw NotEdited{say("the text holds a control character, or bytes that are not UTF-8"), say("write it without that character")};
  }
  static void hold_bytes(const NewRecord& record) {
    for (const NewValue& value : record.values) {
      hold_text(value.scalar);
      for (const std::string& item : value.list) hold_text(item);
      for (const auto& [key, text] : value.pairs) hold_text(key), hold_text(text);
      for (const NewRecord& inner : value.records) hold_bytes(inner);
    }
  }

  // ---------------------------------------------------------------- from wish to splices

  std::vector<Move> moves() const {
    if (wish_.act != Act::set) return {{wish_.act, wish_.record, wish_.list, wish_.values}};
    std::vector<Move> all;
    add_values(wish_.record, wish_.values, all);
    return all;
  }

  /// One move a value; what is said per party, or of a record within the record, one by one.
  void add_values(const std::vector<Step>& path, const NewRecord& values, std::vector<Move>& all) const {
    const Found at = find_record(before_.relationship, path);
    if (!at.record->recorded()) {
      std::vector<Step> above = path;
      above.pop_back();
      if (!find_record(before_.relationship, above).record->recorded())
        throw NotEdited{say("`{}` belongs to an entry that is not there yet", path.back().field->name), say("make that entry first")};
      all.push_back({Act::set, above, nullptr, {}, {path.back().field, {}, {}, {}, {values}}});
      return;
    }
    for (const NewValue& value : values.values) {
      if (value.field->shape == Shape::record && !value.records.empty()) {
        std::vector<Step> inner = path;
        inner.push_back({value.field});
        if (find_record(before_.relationship, inner).record->recorded()) {
          add_values(inner, value.records[0], all);
          continue;
        }
      }
      if (value.pairs.size() < 2 || value.field->shape == Shape::items) {
        all.push_back({Act::set, path, nullptr, {}, value});
        continue;
      }
      for (const auto& pair : value.pairs) all.push_back({Act::set, path, nullptr, {}, {value.field, {}, {}, {pair}}});
    }
  }

  Splice splice(const Move& move, const EditedFile& file, const Record& record) const {
    const bool is_root = move.path.empty();
    switch (move.act) {
      case Act::add:
        return add(move, file, record, is_root);
      case Act::set:
        return set(move, file, record, is_root);
      default:
        return remove(move, file, record);
    }
  }

  static Splice add(const Move& move, const EditedFile& file, const Record& record, bool is_root) {
    const Kind& kind = is_root ? kinds::relationship : *move.path.back().field->record;
    if (is_root) {
      const bool stands_in_yaml = file.has_yaml() && file.yaml.find(0, move.list->name) != 0;
      const bool has_section = !move.list->record->heading.empty();
      return file.has_markdown() && !stands_in_yaml && has_section ? file.markdown.add_section(*move.list, move.record)
                                                                   : file.yaml.add(0, *move.list, move.record);
    }
    if (!file.is_yaml(record)) return file.markdown.add_line(record.place.offset, kind, *move.list, move.record);
    const std::uint32_t node = file.node_of(record, false);
    return file.is_map(node) ? file.yaml.add(node, *move.list, move.record) : file.yaml.widen(node, kind, {move.list, {}, {}, {}, {move.record}});
  }

  static Splice set(const Move& move, const EditedFile& file, const Record& record, bool is_root) {
    const NewValue& value = move.value;
    const bool is_section = value.field->shape == Shape::record && !value.records.empty() && !value.field->record->heading.empty();
    if (is_root) {
      if (file.has_markdown() && is_section && file.yaml.find(0, value.field->name) == 0) return file.markdown.add_section(*value.field, value.records[0]);
      if (!file.has_yaml())
        throw NotEdited{say("{} has no front matter to hold `{}`", Text{file.source().path}, value.field->name), say("open it with `---` on its first line")};
      return file.yaml.set(0, value);
    }
    const Kind& kind = *move.path.back().field->record;
    if (!file.is_yaml(record)) return file.markdown.set(record.place.offset, value);
    const std::uint32_t node = file.node_of(record, false);
    return file.is_map(node) ? file.yaml.set(node, value) : file.yaml.widen(node, kind, value);
  }

  Splice remove(const Move& move, const EditedFile& file, const Record& record) const {
    const Step& last = move.path.back();
    if (!file.is_yaml(record)) return file.markdown.remove_section(record.place.offset);
    std::vector<Step> above = move.path;
    above.pop_back();
    const Record& holder = *find_record(now_->relationship, above).record;
    const std::uint32_t map = file.node_of(holder, above.empty());
    const std::uint32_t node = file.node_of(record, false);
    if (node == 0) throw NotEdited{say("{} is this entry and nothing else", Text{file.source().path}), say("delete the file")};
    return last.field->shape == Shape::records ? file.yaml.remove_entry(map, *last.field, node) : file.yaml.remove_key(map, last.field->name);
  }

  void make(const Move& move) {
    const Record& record = *find_record(now_->relationship, move.path).record;
    const std::uint32_t file = record.place.file;
    if (file_ && *file_ != file) throw NotEdited{say("the change would touch more than one file"), say("make it in two steps")};
    file_ = file;
    const EditedFile edited(*now_, file, people_);
    const std::string& text = now_->sources[file].text;
    const Splice spliced = with_line_ends(text, splice(move, edited, record));
    const std::string after = applied(text, spliced);
    if (after == text) return;
    changes_.push_back(change(now_->sources[file], spliced));
    read_again(file, after);
  }

  // ---------------------------------------------------------------- after

  void read_again(std::uint32_t file, const std::string& text) {
    Reading& next = now_ == &readings_[0] ? readings_[1] : readings_[0];
    next.drafts.assign(now_->sources.begin(), now_->sources.begin() + static_cast<std::ptrdiff_t>(now_->files));
    next.drafts[file] = {now_->sources[file].path, text};
    read_unit(origin_.folder, origin_.units, origin_.unit, origin_.programme, YamlReader::fastest, next);
    now_ = &next;
    if (next.kind != Reading::Kind::relationship)
      throw NotEdited{say("{} could no longer be read with this in it", Text{next.sources[file].path}), say("write it in other words")};
  }

  void prove(const Reading& now, const Wanted& wanted) const {
    if (const Field* const field = difference(before_.relationship, now.relationship, wish_, wanted.record()))
      throw NotEdited{
          say("with this in the file `{}` would no longer be read as it should", field->name),
          say("write it in other words, or look at what stands around the place: a fence or a comment that is open, an entry mentor does not understand")};
    std::map<const ProblemKind*, int> counts;
    for (const Problem& problem : before_.problems) ++counts[problem.kind];
    for (const Problem& problem : now.problems)
      if (--counts[problem.kind] < 0) {
        const Problem& fresh = newest(now, *problem.kind);
        throw NotEdited{fresh.message, fresh.repair};
      }
  }

  /// Of several problems of one kind one that was not there before.
  const Problem& newest(const Reading& now, const ProblemKind& kind) const {
    const Problem* found = nullptr;
    for (const Problem& problem : now.problems) {
      if (problem.kind != &kind) continue;
      found = &problem;
      const auto is_same = [&](const Problem& old) { return old.kind == &kind && old.message == problem.message; };
      if (std::ranges::none_of(before_.problems, is_same)) break;
    }
    return *found;
  }

  /// Whole lines that differ.
  static ChangedLines change(const Source& source, const Splice& splice) {
    const std::string_view text = source.text;
    const std::size_t begin = line_begin(text, splice.span.begin), end = line_end(text, splice.span.end);
    std::string_view old_lines = text.substr(begin, end - begin);
    const std::string with =
        std::string(text.substr(begin, splice.span.begin - begin)) + splice.text + std::string(text.substr(splice.span.end, end - splice.span.end));
    std::string_view new_lines = with;
    ChangedLines out;
    out.line = line_at(source, begin).number;
    const auto first_line = [](std::string_view lines) { return lines.substr(0, std::min(lines.find('\n'), lines.size())); };
    const auto bare = [](std::string_view line) { return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line; };
    while (!old_lines.empty() && !new_lines.empty() && bare(first_line(old_lines)) == bare(first_line(new_lines))) {
      const std::string_view line = first_line(old_lines), same = first_line(new_lines);
      old_lines.remove_prefix(std::min(line.size() + 1, old_lines.size()));
      new_lines.remove_prefix(std::min(same.size() + 1, new_lines.size()));
      ++out.line;
    }
    out.out = old_lines;
    out.in = new_lines;
    return out;
  }

  Edited unchanged() const {
    const std::uint32_t file = file_.value_or(0);
    return {before_.sources[file].path, false, before_.sources[file].text, before_.sources[file].text, {}, 0};
  }

  Edited result() const {
    const std::uint32_t file = *file_;
    Edited out{before_.sources[file].path, false, before_.sources[file].text, now_->sources[file].text, changes_, 0};
    if (wish_.act != Act::remove)
      out.line =
          changes_[0].line + static_cast<std::uint32_t>(std::min<std::size_t>(changes_[0].in.find_first_not_of("\r\n"), changes_[0].in.size()) == 0
                                                            ? 0
                                                            : std::ranges::count(changes_[0].in.substr(0, changes_[0].in.find_first_not_of("\r\n")), '\n'));
    return out;
  }

  // ---------------------------------------------------------------- a file for the meeting

  /// The first spelling that is read as it should be.
  Edited new_note(const Wanted& wanted) {
    const NoteStyle style = style_of_notes(origin_.folder, unit().folder, origin_.siblings, *wish_.values.find("date"));
    std::optional<NotEdited> why;
    for (const std::string& text : spellings_of_note(wish_.values, style, people_)) {
      try {
        Unit grown = unit();
        grown.files.push_back(style.path.substr(grown.folder.size()));
        const Units units{{grown}};
        Reading& next = readings_[0];
        next.drafts.assign(before_.sources.begin(), before_.sources.begin() + static_cast<std::ptrdiff_t>(before_.files));
        next.drafts.push_back({style.path, text});
        read_unit(origin_.folder, units, 0, origin_.programme, YamlReader::fastest, next);
        prove(next, wanted);
        return {style.path, true, "", text, {{1, "", text}}, 1};
      } catch (const NotEdited& refusal) {
        if (!why) why = refusal;
      }
    }
    throw *why;
  }

  const Unit& unit() const { return origin_.units[origin_.unit]; }

  const ReadFrom& origin_;
  const Reading& before_;
  const Wish& wish_;
  People people_;
  const Reading* now_ = &before_;
  Reading readings_[2];
  std::optional<std::uint32_t> file_;
  std::vector<ChangedLines> changes_;
};

}  // namespace

void require_readable(const Reading& reading) {
  if (reading.kind == Reading::Kind::relationship) return;
  for (const Problem& problem : reading.problems)
    if (problem.kind->severity == Severity::error)
      throw NotEdited{say("{} line {} cannot be understood, so nothing is written to it: {}", Text{problem.path}, problem.line, problem.message),
                      problem.repair};
  throw NotEdited{say("{} is no relationship: it names no `mentor` and `mentee`", Text{reading.sources[0].path}), say("name both at its top")};
}

Edited edit(const ReadFrom& origin, const Reading& before, const Wish& wish) { return Editing(origin, before, wish).run(); }

std::string wish_in_words(const Wish& wish) { return wish.values.values.empty() ? std::string{} : yaml::block(wish.values, 0, {}); }

}  // namespace mentor
