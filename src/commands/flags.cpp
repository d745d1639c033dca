// Flags that every command takes.
#include "commands/command.hpp"

namespace mentor {

std::span<const Flag> global_flags() {
  static constexpr Flag list[] = {
      {"directory", 'C', "DIR", "The journal's folder; else MENTOR_DIR, else the nearest folder upwards with a mentor.yaml, else this one.", Choices::folders},
      {"today", 0, "DATE", "The day to judge by: YYYY-MM-DD, today, yesterday, tomorrow, or +N or -N with d, w, m or y; else MENTOR_TODAY, else the clock.",
       Choices::none},
      {"format", 0, "FORMAT", "How to print.", Choices::formats},
      {"color", 0, "WHEN", "Whether to use colours: auto, always or never; NO_COLOR and FORCE_COLOR are respected.", Choices::colors},
      {"width", 0, "COLUMNS", "How wide a line may be; else as wide as the terminal.", Choices::none},
      {"quiet", 'q', "", "Print nothing but what was asked for.", Choices::none},
      {"verbose", 'v', "", "Show healthy relationships and all details too.", Choices::none},
      {"help", 'h', "", "Explain the command.", Choices::none},
      {"version", 'V', "", "Print the version.", Choices::none},
  };
  return list;
}

}  // namespace mentor
