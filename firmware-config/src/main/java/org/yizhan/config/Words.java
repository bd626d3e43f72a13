package org.yizhan.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.yizhan.station.BilingualText;
import org.yizhan.station.ProfileProblem;

/** What the command line says, in one of its two languages. */
final class Words {
  static final Words ZH = new Words(Locale.SIMPLIFIED_CHINESE);
  static final Words EN = new Words(Locale.ROOT);

  final ResourceBundle bundle;
  private final boolean chinese;

  private Words(Locale locale) {
    this.chinese = locale.equals(Locale.SIMPLIFIED_CHINESE);
    // without the control, a missing English file would quietly be looked up in the host's language
    this.bundle =
        ResourceBundle.getBundle(
            "org.yizhan.config.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String of(String key, Object... values) {
    return String.format(Locale.ROOT, bundle.getString(key), values);
  }

  String of(BilingualText text) {
    return chinese ? text.zh() : text.en();
  }

  ProfileProblem of(ProfileProblem problem) {
    return chinese ? ProblemWords.inChinese(problem) : problem;
  }

  /**
   * By {@code --lang} among the arguments, else by the environment's locale (POSIX: LC_ALL goes
   * before LC_MESSAGES before LANG). Needed before the arguments are parsed, as even the complaint
   * about them is in a language.
   */
  static Words choose(List<String> arguments, Map<String, String> environment) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith("--lang=")) {
        return ofCode(argument.substring("--lang=".length()));
      }
      if (argument.equals("--lang") && i + 1 < arguments.size()) {
        return ofCode(arguments.get(i + 1));
      }
    }
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(Words::ofCode)
        .orElse(EN);
  }

  private static Words ofCode(String code) {
    return code.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
  }
}
