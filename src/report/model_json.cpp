#include "report/model_json.hpp"

#include "journal/vocabulary.hpp"
#include "report/json_writer.hpp"

namespace mentor {
namespace {

template <class T>
const T& as(const void* member) {
  return *static_cast<const T*>(member);
}

class ModelWriter {
 public:
  ModelWriter(std::span<const Source> sources, std::string& out) : sources_(sources), json_(out) {}

  void write(const Relationship& relationship) {
    json_.open('{');
    json_.key("id");
    json_.text(relationship.id);
    write_fields(kinds::relationship, relationship);
    json_.close('}');
  }

 private:
  void write_record(const Kind& kind, const Record& record) {
    if (!record.recorded()) return json_.null();
    json_.open('{');
    write_fields(kind, record);
    json_.close('}');
  }

  void write_fields(const Kind& kind, const Record& record) {
    json_.key("file");
    json_.text(sources_.empty() ? std::string_view{} : std::string_view(sources_[record.place.file].path));
    json_.key("line");
    json_.number(record.place.line);
    for (const Field& field : kind.fields) {
      // a member function pointer of the table takes a record to write to; it is only read here
      const void* const member = field.member(const_cast<Record*>(&record));
      write_field(field, member);
    }
    if (&kind == &kinds::action) write_action_facts(static_cast<const Action&>(record));
    if (&kind == &kinds::meeting) write_readings(static_cast<const Meeting&>(record));
  }

  void write_field(const Field& field, const void* member) {
    switch (field.shape) {
      case Shape::private_text:
      case Shape::owned_text:
        return;
      case Shape::minutes:
        write_count("actual_minutes", as<Minutes>(member).actual);
        return write_count("planned_minutes", as<Minutes>(member).planned);
      case Shape::next:
        json_.field_key(field.name);
        json_.date(as<Next>(member).date);
        json_.key("next_time");
        if (const int time = as<Next>(member).time; time >= 0)
          json_.text(fmt::format("{:02}:{:02}", time / 60, time % 60));
        else
          json_.null();
        return;
      default:
        break;
    }
    json_.field_key(field.name);
    write_value(field, member);
  }

  void write_value(const Field& field, const void* member) {
    switch (field.shape) {
      case Shape::text:
        return json_.text_or_null(as<Text>(member));
      case Shape::texts:
        return write_list(as<std::vector<Text>>(member), [this](Text text) { json_.text(text); });
      case Shape::date:
        return json_.date(as<Date>(member));
      case Shape::dates:
        return write_list(as<std::vector<Date>>(member), [this](Date date) { json_.date(date); });
      case Shape::party:
        return json_.word_or_null(word(as<Party>(member)));
      case Shape::word: {
        const auto value = as<std::uint8_t>(member);
        return json_.word_or_null(value == 0 ? std::string_view{} : field.words[static_cast<std::size_t>(value) - 1]);
      }
      case Shape::parties:
        return write_words(as<WordSet<Party>>(member).bits, Words<Party>::list);
      case Shape::words:
        return write_words(as<std::uint16_t>(member), field.words);
      case Shape::count:
        return write_number(as<Count>(member).value);
      case Shape::duration:
        return write_number(as<Duration>(member).minutes);
      case Shape::rhythm:
        return as<Rhythm>(member).days > 0 ? json_.number(as<Rhythm>(member).days) : json_.null();
      case Shape::cadence:
        return write_cadence(as<std::vector<CadenceStep>>(member));
      case Shape::person:
        return write_person(as<Person>(member));
      case Shape::party_texts:
        return write_parties(as<PerParty<Text>>(member), [this](Text text) { json_.text_or_null(text); });
      case Shape::party_ratings:
        return write_parties(as<PerParty<Rating>>(member), [this](Rating rating) { write_number(rating.value == 0 ? -1 : rating.value); });
      case Shape::party_ranks:
        return write_parties(as<PerParty<Rank>>(member), [this](Rank rank) { write_number(rank.value == 0 ? -1 : rank.value); });
      case Shape::tick:
        return json_.date(as<Tick>(member).date);
      case Shape::record:
        return write_record(*field.record, as<Record>(member));
      case Shape::records:
        return write_records(field, member);
      case Shape::items:
        return write_items(as<std::vector<Entry>>(member));
      default:
        return json_.null();
    }
  }

  template <class T, class Write>
  void write_list(const std::vector<T>& list, Write write) {
    json_.open('[');
    for (const T& item : list) write(item);
    json_.close(']');
  }

  template <class T, class Write>
  void write_parties(const PerParty<T>& both, Write write) {
    json_.open('{');
    json_.key("mentor");
    write(both.mentor);
    json_.key("mentee");
    write(both.mentee);
    json_.close('}');
  }

  void write_words(std::uint16_t bits, std::span<const std::string_view> words) {
    json_.open('[');
    for (std::size_t i = 0; i < words.size(); ++i)
      if ((static_cast<unsigned>(bits) >> i & 1U) != 0) json_.text(words[i]);
    json_.close(']');
  }

  void write_cadence(const std::vector<CadenceStep>& steps) {
    write_list(steps, [this](const CadenceStep& step) {
      json_.open('{');
      json_.key("from");
      json_.date(step.from);
      json_.key("days");
      json_.number(step.every.days);
      json_.close('}');
    });
  }

  void write_person(const Person& person) {
    if (person.name.empty()) return json_.null();
    json_.open('{');
    json_.key("name");
    json_.text(person.name);
    json_.key("email");
    json_.text_or_null(person.email);
    json_.close('}');
  }

  void write_records(const Field& field, const void* list) {
    if (field.is_recorded != nullptr && !field.is_recorded(list)) return json_.null();
    json_.open('[');
    const std::size_t count = field.size(list);
    for (std::size_t i = 0; i < count; ++i) {
      const Record& record = *static_cast<const Record*>(field.at(list, i));
      if (!is_confidential(*field.record, record)) write_record(*field.record, record);
    }
    json_.close(']');
  }

  void write_items(const std::vector<Entry>& items) {
    json_.open('[');
    for (const Entry& item : items) {
      json_.open('{');
      json_.key("key");
      json_.text(item.key);
      json_.key("value");
      json_.text(item.value);
      json_.close('}');
    }
    json_.close(']');
  }

  void write_action_facts(const Action& action) {
    json_.key("due_from");
    json_.word_or_null(!action.due ? std::string_view{} : action.due_is_default ? "next-meeting" : "written");
    json_.key("carried");
    json_.number(action.carried);
  }

  void write_readings(const Meeting& meeting) {
    if (meeting.date || !meeting.readings[0]) return;
    json_.key("readings");
    json_.open('[');
    for (const Date reading : meeting.readings) json_.date(reading);
    json_.close(']');
  }

  void write_count(std::string_view key, int value) {
    json_.key(key);
    write_number(value);
  }

  void write_number(int value) { value < 0 ? json_.null() : json_.number(value); }

  std::span<const Source> sources_;
  JsonWriter json_;
};

}  // namespace

std::string model_json(const Relationship& relationship, std::span<const Source> sources) {
  std::string out;
  ModelWriter{sources, out}.write(relationship);
  return out;
}

}  // namespace mentor
