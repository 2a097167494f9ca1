// toml++ behind a C interface: Swift gets a flat list of events, and no exception leaves this file.

#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_UNRELEASED_FEATURES 0
#define TOML_EXCEPTIONS 1
// With `maximum_key_parts` below this bounds the depth of the tree, and so the recursion of toml++'s
// parser and destructors, to some 1,000 on any input.
#define TOML_MAX_NESTED_VALUES 50

// toml++ asserts what malformed input can break, such as a key after '[', and with NDEBUG tells the
// optimizer to assume it instead. Here a broken assertion is an error in the document.
namespace {
struct broken_assertion {};
}  // namespace
#undef NDEBUG
#define TOML_ASSERT(expression)                        \
  do {                                                 \
    if (!(expression)) throw ::broken_assertion{};     \
  } while (false)
#include <toml++/toml.h>

#include "CTOMLPlusPlus.h"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <new>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr size_t maximum_key_parts = 16;

struct parse_failure {
  std::string message;
  uint32_t line;
  uint32_t column;
};

struct document : tidings_toml_document {
  document() : tidings_toml_document{} {}
  toml::table root;
  std::vector<tidings_toml_event> list;
  std::deque<std::string> texts;  // stable addresses for what toml++ does not store as text
  std::string message;

  void fail(parse_failure &&failure) {
    message = std::move(failure.message);
    events = nullptr;
    count = 0;
    error = message.data();
    error_length = message.size();
    error_line = failure.line;
    error_column = failure.column;
  }
};

bool is_bare_key_byte(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte == '_' || byte == '-';
}

/// toml++ limits how deep values are nested, but not how many parts a dotted key has; each part is
/// a table inside the other, whose destructors recurse. This passes over strings and comments and
/// throws at the first longer run of parts.
void check_dotted_keys(std::string_view source) {
  size_t dots = 0;
  uint32_t line = 1;
  size_t line_start = 0;
  for (size_t i = 0; i < source.size(); ++i) {
    const char byte = source[i];
    if (byte == '.') {
      if (++dots >= maximum_key_parts)
        throw parse_failure{
            "a dotted key has more than " + std::to_string(maximum_key_parts) + " parts", line,
            static_cast<uint32_t>(i - line_start + 1)};
    } else if (byte == '"' || byte == '\'') {
      const bool is_multiline = source.substr(i, 3) == std::string_view(byte == '"' ? "\"\"\"" : "'''");
      const size_t quotes = is_multiline ? 3 : 1;
      size_t j = i + quotes;
      for (; j < source.size(); ++j) {
        if (source[j] == '\n') {
          if (!is_multiline) break;
          ++line;
          line_start = j + 1;
        } else if (source[j] == '\\' && byte == '"') {
          if (j + 1 < source.size() && source[j + 1] != '\n') ++j;
        } else if (source[j] == byte && (!is_multiline || source.substr(j, 3) == source.substr(i, 3))) {
          break;
        }
      }
      // At a line break (an unclosed string), the loop has to see it.
      i = j < source.size() && source[j] == '\n' ? j - 1 : j + quotes - 1;
    } else if (byte == '#') {
      const size_t end = source.find('\n', i);
      if (end == std::string_view::npos) return;
      i = end - 1;
    } else if (byte == '\n') {
      ++line;
      line_start = i + 1;
      dots = 0;
    } else if (byte != ' ' && byte != '\t' && !is_bare_key_byte(static_cast<unsigned char>(byte))) {
      dots = 0;
    }
  }
}

bool breaks_an_assertion(std::string_view source) {
  try {
    (void)toml::parse(source);
  } catch (const broken_assertion &) {
    return true;
  } catch (const toml::parse_error &) {
  }
  return false;
}

/// The line on which an assertion breaks, which toml++ does not tell: the first with which the lines
/// up to it break one. Parsing is sequential, so those lines can be searched by halving.
uint32_t line_of_broken_assertion(std::string_view source) {
  std::vector<size_t> line_ends;
  for (size_t i = 0; i < source.size(); ++i)
    if (source[i] == '\n') line_ends.push_back(i + 1);
  size_t low = 0, high = line_ends.size();
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (breaks_an_assertion(source.substr(0, line_ends[middle])))
      high = middle;
    else
      low = middle + 1;
  }
  return static_cast<uint32_t>(low + 1);
}

class flattener {
 public:
  flattener(document &target, std::string_view source, size_t depth_limit)
      : target_(target), source_(source), depth_limit_(depth_limit) {}

  void table(const toml::table &table, size_t depth) {
    check_depth(table, depth);
    add(tidings_toml_begin_table, table.source().begin);
    // toml++ keeps a table sorted by key; the author's order is the keys' positions.
    std::vector<std::pair<const toml::key *, const toml::node *>> members;
    members.reserve(table.size());
    for (auto &&[key, node] : table) members.emplace_back(&key, &node);
    std::stable_sort(members.begin(), members.end(), [](const auto &a, const auto &b) {
      return a.first->source().begin < b.first->source().begin;
    });
    for (const auto &[key, node] : members) {
      add(tidings_toml_key, key->source().begin, key->str());
      value(*node, depth + 1);
    }
    add(tidings_toml_end_table, table.source().end);
  }

 private:
  document &target_;
  std::string_view source_;
  size_t depth_limit_;
  static constexpr size_t columns_per_mark = 64;
  std::vector<size_t> first_mark_of_line_;  // and one more, for the end
  std::vector<size_t> marks_;

  void check_depth(const toml::node &node, size_t depth) const {
    if (depth < depth_limit_) return;
    const auto place = node.source().begin;
    throw parse_failure{"tables and arrays are nested more than " + std::to_string(depth_limit_) +
                            " deep",
                        place.line, place.column};
  }

  void value(const toml::node &node, size_t depth) {
    const auto place = node.source().begin;
    switch (node.type()) {
      case toml::node_type::table: table(*node.as_table(), depth); break;
      case toml::node_type::array:
        check_depth(node, depth);
        add(tidings_toml_begin_array, place);
        for (const auto &element : *node.as_array()) value(element, depth + 1);
        add(tidings_toml_end_array, node.source().end);
        break;
      case toml::node_type::string:
        add(tidings_toml_string, place, node.as_string()->get());
        break;
      case toml::node_type::integer:
        add(tidings_toml_integer, place, keep(std::to_string(node.as_integer()->get())));
        break;
      case toml::node_type::floating_point:
        add(tidings_toml_float, place, keep(float_text(*node.as_floating_point())));
        break;
      case toml::node_type::boolean:
        add(tidings_toml_boolean, place, node.as_boolean()->get() ? "true" : "false");
        break;
      case toml::node_type::date:
        add(tidings_toml_date, place, keep(text(node.as_date()->get())));
        break;
      case toml::node_type::time:
        add(tidings_toml_time, place, keep(text(node.as_time()->get())));
        break;
      case toml::node_type::date_time: {
        const auto &moment = node.as_date_time()->get();
        std::string result = text(moment.date) + "T" + text(moment.time);
        if (moment.offset) result += offset_text(moment.offset->minutes);
        add(tidings_toml_date_time, place, keep(std::move(result)));
        break;
      }
      default: break;
    }
  }

  void add(tidings_toml_kind kind, toml::source_position place, std::string_view text = {}) {
    target_.list.push_back({kind, place.line, place.column, text.data(), text.size()});
  }

  std::string_view keep(std::string &&text) {
    return target_.texts.emplace_back(std::move(text));
  }

  static std::string text(const toml::date &date) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%04u-%02u-%02u", unsigned{date.year},
                  unsigned{date.month}, unsigned{date.day});
    return buffer;
  }

  static std::string text(const toml::time &time) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%02u:%02u:%02u", unsigned{time.hour},
                  unsigned{time.minute}, unsigned{time.second});
    std::string result = buffer;
    if (time.nanosecond) {
      std::snprintf(buffer, sizeof buffer, ".%09u", unsigned{time.nanosecond});
      result += buffer;
      while (result.back() == '0') result.pop_back();
    }
    return result;
  }

  static std::string offset_text(int minutes) {
    if (minutes == 0) return "Z";
    char buffer[32];
    const unsigned size = static_cast<unsigned>(minutes < 0 ? -minutes : minutes);
    std::snprintf(buffer, sizeof buffer, "%c%02u:%02u", minutes < 0 ? '-' : '+', size / 60,
                  size % 60);
    return buffer;
  }

  /// The source of a float, so that a version 1.10 stays 1.10; its value in digits as a fallback.
  std::string float_text(const toml::value<double> &value) {
    const auto &region = value.source();
    if (region.begin.line == region.end.line) {
      const size_t begin = byte_offset(region.begin), end = byte_offset(region.end);
      if (begin < end && end <= source_.size()) {
        std::string result;
        for (const char byte : source_.substr(begin, end - begin)) {
          if (byte == '_') continue;
          if (!is_bare_key_byte(static_cast<unsigned char>(byte)) && byte != '.' && byte != '+') {
            result.clear();
            break;
          }
          result += byte;
        }
        if (!result.empty()) return result;
      }
    }
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.17g", value.get());
    return buffer;
  }

  /// Columns count code points, so offsets are looked up: from the nearest of the marks that are set
  /// at every `columns_per_mark`th column of each line, lest a long line cost quadratic time.
  size_t byte_offset(toml::source_position place) {
    if (first_mark_of_line_.empty()) set_marks();
    if (place.line == 0 || place.column == 0 || place.line >= first_mark_of_line_.size())
      return source_.size() + 1;
    const size_t mark =
        first_mark_of_line_[place.line - 1] + (place.column - 1) / columns_per_mark;
    if (mark >= first_mark_of_line_[place.line]) return source_.size() + 1;
    size_t offset = marks_[mark];
    for (size_t i = (place.column - 1) % columns_per_mark; i > 0; --i) offset = next(offset);
    return offset;
  }

  void set_marks() {
    size_t offset = 0;
    while (true) {
      first_mark_of_line_.push_back(marks_.size());
      for (size_t column = 0;; ++column) {
        if (column % columns_per_mark == 0) marks_.push_back(offset);
        if (offset >= source_.size() || source_[offset] == '\n') break;
        offset = next(offset);
      }
      if (offset >= source_.size()) break;
      ++offset;
    }
    first_mark_of_line_.push_back(marks_.size());
  }

  /// The offset of the next code point, at most the end.
  size_t next(size_t offset) const {
    if (offset < source_.size()) ++offset;
    while (offset < source_.size() && (static_cast<unsigned char>(source_[offset]) & 0xC0) == 0x80)
      ++offset;
    return offset;
  }
};

}  // namespace

extern "C" const tidings_toml_document *tidings_toml_parse(const char *bytes, size_t length,
                                                           size_t depth_limit) {
  document *result = nullptr;
  try {
    const std::string_view source(length ? bytes : "", length);
    result = new document;
    try {
      check_dotted_keys(source);
      result->root = toml::parse(source);
      flattener(*result, source, depth_limit).table(result->root, 0);
      result->events = result->list.data();
      result->count = result->list.size();
    } catch (const toml::parse_error &error) {
      const auto place = error.source().begin;
      result->fail({std::string(error.description()), place.line, place.column});
    } catch (const broken_assertion &) {
      result->fail({"this is not TOML", line_of_broken_assertion(source), 1});
    } catch (parse_failure &failure) {
      result->fail(std::move(failure));
    }
    return result;
  } catch (...) {
    delete result;
    return nullptr;
  }
}

extern "C" void tidings_toml_release(const tidings_toml_document *released) {
  delete static_cast<const document *>(released);
}
